package vn.ndxhub.routes.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;

/** Takes single events out of a batch of the event log. Confined to one thread: it remembers the batch that it has read last. */
public final class EventBatchSplitter {

    private final ContractReader reader;
    private final EventBatchWriter writer;
    private byte @Nullable [] last;
    private @Nullable EventBatch events;

    public EventBatchSplitter(SchemaRegistry registry) {
        reader = new ContractReader(registry, HubTopic.EVENTS.contracts());
        writer = new EventBatchWriter(registry);
    }

    /** A batch that holds nothing but the event with this index. */
    public byte[] alone(byte[] batch, int index) {
        EventBatch all = events;
        if (all == null || batch != last) {
            all = (EventBatch) reader.read(batch);
            events = all;
            last = batch;
        }
        return writer.write(LogEntryReader.header(all), List.of(all.getEvents().get(index)));
    }
}
