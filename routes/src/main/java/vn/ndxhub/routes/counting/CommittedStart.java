package vn.ndxhub.routes.counting;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.log.SourceLog;

/** Commits offset 0 for the partitions of which no position is committed. */
final class CommittedStart implements StartOfCounting {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedStart.class);

    private final Admin admin;

    CommittedStart(Admin admin) {
        this.admin = admin;
    }

    @Override
    public void prepare(SourceLog log, String group) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> missing = new HashMap<>();
        for (int partition = 0; partition < log.partitions(); partition++) {
            missing.put(new TopicPartition(log.events(), partition), new OffsetAndMetadata(0));
        }
        missing.keySet().removeAll(known(group).keySet());
        if (missing.isEmpty()) {
            return;
        }
        try {
            admin.alterConsumerGroupOffsets(group, missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownMemberIdException || e.getCause() instanceof GroupNotEmptyException)) {
                throw failure(e);
            }
            LOG.info("Another hub counts {} already and says where that begins", log.events());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> known(String group) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            all.put(partition, offset);
                        }
                    });
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw failure(e);
        }
    }

    private static KafkaException failure(ExecutionException e) {
        return e.getCause() instanceof KafkaException known ? known : new KafkaException("The brokers do not say", e);
    }
}
