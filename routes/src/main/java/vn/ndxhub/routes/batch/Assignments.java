package vn.ndxhub.routes.batch;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;

/** Hears which partitions a consumer is given and which it loses, before their next record and after their last. */
public interface Assignments {

    /** Of one who does not mind. */
    Assignments UNHEARD = new Assignments() {
        @Override
        public void opened(Collection<TopicPartition> partitions) {
            // Nothing is kept by partition.
        }

        @Override
        public void closed(Collection<TopicPartition> partitions) {
            // Nothing is kept by partition.
        }
    };

    void opened(Collection<TopicPartition> partitions);

    void closed(Collection<TopicPartition> partitions);
}
