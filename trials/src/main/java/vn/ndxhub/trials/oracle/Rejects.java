package vn.ndxhub.trials.oracle;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.ledger.LedgerLine;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.wire.ContractReader;

/** What stands in {@code hub.rejects}, repeated origins dropped, each compared with the record of the feed that it names. */
final class Rejects {

    private static final String CONFLICT = "conflict";

    private final Function<Place, byte @Nullable []> feeds;
    private final Function<byte[], String> eventId;
    private final Map<String, Reject> byOrigin = new TreeMap<>();
    private final Map<String, Long> kept = new TreeMap<>();

    /**
     * @param feeds the value of a feed's record, empty if it has none; null if there is no such record
     * @param eventId of the one event that the counter has kept of a conflict
     */
    Rejects(Function<Place, byte @Nullable []> feeds, Function<byte[], String> eventId) {
        this.feeds = feeds;
        this.eventId = eventId;
    }

    /** How many times what is kept, as the ledger has it: by {@code source reason} and the hash of the bytes or the event's id. */
    static Map<String, Long> in(World world) {
        Map<String, Reject> rejects = new TreeMap<>();
        Map<String, Long> incomplete = new TreeMap<>();
        TopicContent.read(
                world.bootstrapServers(),
                Contracts.REJECTS,
                record -> Reject.of(record)
                        .ifPresentOrElse(
                                reject -> rejects.putIfAbsent(reject.origin(), reject),
                                () -> incomplete.merge("without its headers", 1L, Long::sum)));
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
            ContractReader reader = new ContractReader(registry, Contracts.on(Contracts.EVENTS));
            Rejects all = new Rejects(
                    values(
                            world.bootstrapServers(),
                            rejects.values().stream().map(Reject::place).collect(Collectors.toSet()))::get,
                    bytes -> eventId(reader, bytes));
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
        boolean there = feed != null
                && (conflict ? FeedItem.contains(feed, content) : FeedItem.is(feed, reject.index(), reject.bytes()));
        return reject.source() + " " + reject.reason() + " " + content
                + (there ? "" : ", which is not what stands at " + reject.origin());
    }

    private static Map<Place, byte[]> values(String bootstrapServers, Set<Place> places) {
        Map<Place, byte[]> values = new HashMap<>();
        Set<String> topics = places.stream().map(Place::topic).collect(Collectors.toCollection(TreeSet::new));
        topics.forEach(topic -> TopicContent.read(bootstrapServers, topic, record -> {
            if (places.contains(Place.of(record))) {
                values.put(Place.of(record), record.value() == null ? new byte[0] : record.value());
            }
        }));
        return values;
    }

    private static String eventId(ContractReader reader, byte[] bytes) {
        if (reader.read(bytes) instanceof EventBatch batch && batch.getEvents().size() == 1) {
            return batch.getEvents().getFirst().getEventId();
        }
        return "no single event";
    }
}
