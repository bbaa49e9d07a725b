package vn.ndxhub.routes.feed;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.log.BatchHeader;
import vn.ndxhub.routes.log.EventBatchWriter;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Events on their way into the event log, gathered into one batch a partition. Confined to one thread. */
final class OpenBatches {

    private final SourceLog log;
    private final Open[] byPartition;

    /** A batch, what its events have in common, and the key of its record: the identity of its first event. */
    private static final class Open {

        private final EventBatchWriter.Batch batch;
        private @Nullable BatchHeader header;
        private byte[] key = {};

        Open(EventBatchWriter.Batch batch) {
            this.batch = batch;
        }

        void add(BatchHeader of, StatusEvent event) {
            if (batch.size() == 0) {
                header = of;
                key = event.getIdentity().bytes();
            }
            batch.add(event);
        }

        boolean isOther(BatchHeader than) {
            return batch.size() > 0 && !than.equals(header);
        }

        byte[] framed() {
            return batch.framed(Objects.requireNonNull(header, "A batch with an event has a header"));
        }
    }

    OpenBatches(EventBatchWriter writer, SourceLog log) {
        this.log = log;
        byPartition = Stream.generate(() -> new Open(writer.open()))
                .limit(log.partitions())
                .toArray(Open[]::new);
    }

    void add(
            BatchHeader header,
            StatusEvent event,
            Identity subject,
            Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        int partition = log.partition(subject);
        Open open = byPartition[partition];
        if (open.isOther(header)) {
            close(partition, receiver);
        }
        open.add(header, event);
        if (open.batch.size() == LogPlace.MOST_ENTRIES) {
            close(partition, receiver);
        }
    }

    /** Gives what is open for a partition, so that whatever is given next stands behind it there. */
    void close(int partition, Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        Open open = byPartition[partition];
        if (open.batch.size() > 0) {
            receiver.accept(new ProducerRecord<>(log.events(), partition, open.key, open.framed()));
            open.batch.clear();
        }
    }

    void closeAll(Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        for (int partition = 0; partition < byPartition.length; partition++) {
            close(partition, receiver);
        }
    }

    /** Drops what is open: it will be made again. */
    void clear() {
        for (Open open : byPartition) {
            open.batch.clear();
        }
    }
}
