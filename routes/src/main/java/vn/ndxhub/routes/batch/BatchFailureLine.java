package vn.ndxhub.routes.batch;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What the log says of a batch that failed. */
final class BatchFailureLine {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);

    private BatchFailureLine() {}

    static void write(BatchComponent.Reading reading, RecordBatch batch, Throwable cause) {
        Map<String, Long> firsts = new TreeMap<>();
        batch.firsts().forEach((partition, first) -> firsts.put(partition.toString(), first.offset()));
        LoggingEventBuilder line = LOG.atWarn()
                .addKeyValue(LogKeys.TOPIC, reading.topic())
                .addKeyValue(LogKeys.GROUP, reading.group())
                .addKeyValue(LogKeys.REASON, cause.getClass().getSimpleName());
        // A batch of several partitions has no one place; the text names them all.
        if (firsts.size() == 1) {
            TopicPartition partition = batch.firsts().keySet().iterator().next();
            line = line.addKeyValue(LogKeys.PARTITION, partition.partition())
                    .addKeyValue(LogKeys.OFFSET, firsts.get(partition.toString()));
        }
        line.log("The batch that begins at {} fails with {}; it is read again", firsts, cause.toString());
    }
}
