package vn.ndxhub.simulation.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.ndxhub.simulation.process.SimClock;

/** All brokers of the simulated world as one. Everything that happens in it happens at once, in the order in which it is called. */
public final class SimBroker {

    private final SimClock clock;
    private final Map<String, SimTopic> topics = new TreeMap<>();
    private final Map<String, SimGroup> groups = new TreeMap<>();
    private final SimTransactions transactions = new SimTransactions(this);
    private long topicsMade;

    public SimBroker(SimClock clock) {
        this.clock = clock;
    }

    /** @param logAppendTime whether records bear the broker's time instead of their producer's */
    public void create(String name, int partitions, boolean logAppendTime) {
        if (topics.putIfAbsent(name, new SimTopic(name, new Uuid(1, ++topicsMade), partitions, logAppendTime))
                != null) {
            throw new IllegalStateException("The topic " + name + " exists");
        }
    }

    /** With a topic its records go, and what groups have committed in it. */
    public void delete(String name) {
        topics.remove(name);
        groups.values().forEach(group -> group.forget(name));
    }

    public boolean exists(String name) {
        return topics.containsKey(name);
    }

    public void grow(String name, int partitions) {
        topic(name).grow(partitions);
    }

    /** All replicas lose what stands at the offset and behind it. */
    public void truncate(TopicPartition partition, long offset) {
        at(partition).truncate(offset);
    }

    /** Retention takes what stands before the offset. */
    public void deleteBefore(TopicPartition partition, long offset) {
        at(partition).deleteBefore(offset);
    }

    public void compact(String name) {
        topic(name).all().forEach(SimPartition::compact);
    }

    public long end(TopicPartition partition) {
        return at(partition).end();
    }

    public long start(TopicPartition partition) {
        return at(partition).start();
    }

    public long lastStable(TopicPartition partition) {
        return at(partition).lastStable();
    }

    /** What the group has committed; null where it has not, or where a transaction that would commit it is still open. */
    public Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return group(group).committed();
    }

    /** Every committed record of a topic, partition by partition. */
    public List<org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]>> records(String name) {
        List<org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        for (int number = 0; number < topic(name).partitions(); number++) {
            TopicPartition place = new TopicPartition(name, number);
            at(place)
                    .fetch(at(place).start(), Integer.MAX_VALUE)
                    .records()
                    .forEach(stored -> all.add(SimConsumer.record(place, stored)));
        }
        return all;
    }

    /** Ends what has been open for longer than its producer's time-out, as the broker does by itself. */
    public void endOverdueTransactions() {
        transactions.abortOverdue(clock.millis());
    }

    /** Takes members out whose process has not been heard of for longer than a session, and shares partitions out again. */
    public void expireMembers() {
        groups.values().forEach(SimGroup::expire);
    }

    long append(ProducerRecord<byte[], byte[]> record, int partition, long producerId) {
        SimTopic topic = topic(record.topic());
        Long given = record.timestamp();
        long timestamp = topic.hasLogAppendTime() || given == null ? clock.millis() : given;
        return topic.partition(partition).append(record, timestamp, producerId);
    }

    SimClock clock() {
        return clock;
    }

    SimTransactions transactions() {
        return transactions;
    }

    SimGroup group(String name) {
        return groups.computeIfAbsent(name, n -> new SimGroup(n, this));
    }

    SimPartition at(TopicPartition place) {
        SimTopic topic = topic(place.topic());
        if (place.partition() >= topic.partitions()) {
            throw new UnknownTopicOrPartitionException("There is no partition " + place);
        }
        return topic.partition(place.partition());
    }

    SimTopic topic(String name) {
        SimTopic topic = topics.get(name);
        if (topic == null) {
            throw new UnknownTopicOrPartitionException("There is no topic " + name);
        }
        return topic;
    }

    Map<String, SimTopic> topics() {
        return new HashMap<>(topics);
    }

    List<TopicPartition> partitions(Collection<String> names) {
        List<TopicPartition> all = new ArrayList<>();
        for (String name : names) {
            SimTopic topic = topics.get(name);
            for (int number = 0; topic != null && number < topic.partitions(); number++) {
                all.add(new TopicPartition(name, number));
            }
        }
        return all;
    }
}
