package vn.ndxhub.trials.loops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.ItemSink;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.routes.log.BatchHeader;
import vn.ndxhub.routes.log.EventBatchWriter;
import vn.ndxhub.routes.log.LogEntryReader;
import vn.ndxhub.schemas.contract.StatusEvent;

/** One batch on each station of its way: as the databases write it, normalised, in the bytes of the event log, read from there. */
final class Feeds {

    /** Events in a batch: as many as one record of the event log holds. */
    static final int BATCH = LogPlace.MOST_ENTRIES;

    private final HeldSchemas registry = new HeldSchemas();
    private final SourceCatalog catalog = SourceCatalog.load();
    private final Source civilRegistry = catalog.source(NativeFeed.CIVIL_REGISTRY);
    private final Normaliser accountNormaliser = catalog.normaliser(NativeFeed.INSURANCE, registry);
    private final Normaliser marriageNormaliser = catalog.normaliser(NativeFeed.CIVIL_REGISTRY, registry);
    private final EventBatchWriter writer = new EventBatchWriter(registry);
    private final LogEntryReader reader = new LogEntryReader(registry);

    /** Those with the numbers from this one on. */
    List<FeedRecord> accounts(long from) {
        return batch(from, NativeFeed::account);
    }

    List<FeedRecord> marriages(long from) {
        return batch(from, number -> NativeFeed.marriage(number, civilRegistry, registry));
    }

    Normaliser accountNormaliser() {
        return accountNormaliser;
    }

    Normaliser marriageNormaliser() {
        return marriageNormaliser;
    }

    /** @throws IllegalStateException if one is refused: there would be nothing to measure */
    List<StatusEvent> events(Normaliser normaliser, List<FeedRecord> records) {
        List<StatusEvent> events = new ArrayList<>();
        normalise(normaliser, records, events::add);
        return events;
    }

    /** @throws IllegalStateException if one is refused */
    static void normalise(Normaliser normaliser, List<FeedRecord> records, Consumer<StatusEvent> events) {
        ItemSink sink = new ItemSink() {
            @Override
            public void event(StatusEvent event, Identity key) {
                events.accept(event);
            }

            @Override
            public void refused(Refused refused) {
                throw new IllegalStateException("A feed record of the bench is refused: " + refused.reason());
            }
        };
        for (int i = 0; i < records.size(); i++) {
            normaliser.normalise(records.get(i), sink);
        }
    }

    BatchHeader accountHeader() {
        return new BatchHeader(NativeFeed.ACCOUNTS, accountNormaliser.definitions());
    }

    EventBatchWriter writer() {
        return writer;
    }

    LogEntryReader reader() {
        return reader;
    }

    /** The entries that accounts become, those with the numbers from this one on. */
    List<LogEntry> entries(long from) {
        return reader.read(writer.write(accountHeader(), events(accountNormaliser, accounts(from))));
    }

    private static List<FeedRecord> batch(long from, LongFunction<FeedRecord> record) {
        List<FeedRecord> batch = new ArrayList<>();
        for (long number = from; number < from + BATCH; number++) {
            batch.add(record.apply(number));
        }
        return batch;
    }
}
