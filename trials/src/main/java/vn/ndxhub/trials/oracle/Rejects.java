package vn.ndxhub.trials.oracle;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.ledger.LedgerLine;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;

/** What stands in the {@code hub.rejects} of all sources, repeated origins dropped, each compared with the record of the feed that it names. */
final class Rejects {

    private static final String CONFLICT = "conflict";

    private final Function<Place, byte @Nullable []> feeds;
    private final Predicate<Place> isDeleted;
    private final Function<byte[], String> eventId;
    private final Map<String, Reject> byOrigin = new TreeMap<>();
    private final Map<String, Long> kept = new TreeMap<>();

    /**
     * @param feeds the value of a feed's record, empty if it has none; null if there is no such record
     * @param isDeleted whether all that once lay there has been deleted since
     * @param eventId of the one event that the counter has kept of a conflict
     */
    Rejects(Function<Place, byte @Nullable []> feeds, Predicate<Place> isDeleted, Function<byte[], String> eventId) {
        this.feeds = feeds;
        this.isDeleted = isDeleted;
        this.eventId = eventId;
    }

    /** How many times what is kept, as the ledger has it: by {@code source reason} and the hash of the bytes or the event's id. */
    static Map<String, Long> in(World world) {
        Map<String, Reject> rejects = new TreeMap<>();
        Map<String, Long> incomplete = new TreeMap<>();
        TopicContent.readOfSources(
                world.bootstrapServers(),
                HubTopic.REJECTS,
                record -> Reject.of(record)
                        .ifPresentOrElse(
                                reject -> rejects.putIfAbsent(reject.origin(), reject),
                                () -> incomplete.merge("without its headers", 1L, Long::sum)));
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
            ContractReader reader = new ContractReader(registry, HubTopic.EVENTS.contracts());
            Feeds feeds = Feeds.read(
                    world.bootstrapServers(),
                    rejects.values().stream().map(Reject::place).collect(Collectors.toSet()));
            Rejects all = new Rejects(feeds::value, feeds::isDeleted, bytes -> eventId(reader, bytes));
            rejects.values().forEach(all::add);
            incomplete.putAll(all.kept());
            return incomplete;
        }
    }

    void add(Reject reject) {
        if (byOrigin.putIfAbsent(reject.origin(), reject) == null) {
            kept.merge(what(reject), 1L, Long::sum);
        }
    }

    Map<String, Long> kept() {
        return kept;
    }

    private String what(Reject reject) {
        boolean conflict = reject.reason().equals(CONFLICT);
        String content = conflict ? eventId.apply(reject.bytes()) : LedgerLine.hash(reject.bytes());
        byte[] feed = feeds.apply(reject.place());
        boolean there = feed == null
                ? isDeleted.test(reject.place())
                : (conflict ? FeedItem.contains(feed, content) : FeedItem.is(feed, reject.index(), reject.bytes()));
        return reject.source() + " " + reject.reason() + " " + content
                + (there ? "" : ", which is not what stands at " + reject.origin());
    }

    private static String eventId(ContractReader reader, byte[] bytes) {
        if (reader.read(bytes) instanceof EventBatch batch && batch.getEvents().size() == 1) {
            return batch.getEvents().getFirst().getEventId();
        }
        return "no single event";
    }
}
