package vn.ndxhub.routes.batch;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** What a route passes over and comes back to. Heard between two batches, by the thread that reads. */
public interface Revisits {

    /** Of a route that is done with what it has read. */
    Revisits NONE = new Revisits() {
        @Override
        public long finished(TopicPartition partition, long reached) {
            return reached;
        }

        @Override
        public OptionalLong revisit(TopicPartition partition) {
            return OptionalLong.empty();
        }
    };

    /** Up to where the partition, read up to an offset, is done with: what stands behind is read again by whoever reads it next. */
    long finished(TopicPartition partition, long reached);

    /** The offset from which the partition must be read again now; empty to read on. */
    OptionalLong revisit(TopicPartition partition);
}
