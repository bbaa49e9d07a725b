package vn.ndxhub.routes.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.routes.log.EventBatchWriter;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contracts.Contracts;

/** Events on their way into the event log, gathered into one batch a partition. Confined to one thread. */
final class OpenBatches {

    private final EventBatchWriter writer;
    private final List<List<StatusEvent>> byPartition = new ArrayList<>();

    OpenBatches(EventBatchWriter writer, int logPartitions) {
        this.writer = writer;
        for (int i = 0; i < logPartitions; i++) {
            byPartition.add(new ArrayList<>(LogPlace.MOST_ENTRIES));
        }
    }

    void add(StatusEvent event, Identity subject, Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        int partition = subject.partition(byPartition.size());
        List<StatusEvent> batch = byPartition.get(partition);
        batch.add(event);
        if (batch.size() == LogPlace.MOST_ENTRIES) {
            close(partition, receiver);
        }
    }

    /** Gives what is open for a partition, so that whatever is given next stands behind it there. */
    void close(int partition, Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        List<StatusEvent> events = byPartition.get(partition);
        if (!events.isEmpty()) {
            byte[] key = events.getFirst().getSubject().bytes();
            receiver.accept(new ProducerRecord<>(Contracts.EVENTS, partition, key, writer.write(events)));
            events.clear();
        }
    }

    void closeAll(Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        for (int partition = 0; partition < byPartition.size(); partition++) {
            close(partition, receiver);
        }
    }

    /** Drops what is open: it will be made again. */
    void clear() {
        byPartition.forEach(List::clear);
    }
}
