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

    /** Where reading begins in a partition that was just opened, if its reader keeps that where its figures are. */
    default long position(TopicPartition partition) {
        throw new UnsupportedOperationException("The position of " + partition + " is not kept here");
    }

    /** Whether work is left to do although there is nothing to read: the route is given an empty batch then. */
    default boolean isOwed() {
        return false;
    }
}
