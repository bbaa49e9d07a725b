package vn.ndxhub.trials.oracle;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a feed. */
record Place(String topic, int partition, long offset) {

    static Place of(ConsumerRecord<byte[], byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
