package vn.ndxhub.app.running;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.counting.CountedLog;
import vn.ndxhub.routes.counting.CountingTopology;
import vn.ndxhub.routes.counting.LogIdentities;
import vn.ndxhub.routes.feed.FeedRoute;
import vn.ndxhub.routes.feed.NormaliseBatch;
import vn.ndxhub.routes.feed.Traces;
import vn.ndxhub.routes.feed.WriteOutputs;
import vn.ndxhub.routes.log.LogEntryReader;
import vn.ndxhub.routes.log.LoggedEvents;
import vn.ndxhub.routes.publish.AddContributions;
import vn.ndxhub.routes.publish.PublishRoute;
import vn.ndxhub.routes.publish.RelayCounters;
import vn.ndxhub.routes.recount.Recount;
import vn.ndxhub.routes.rejects.ParkedPlaces;
import vn.ndxhub.routes.rejects.ParkedRoute;
import vn.ndxhub.routes.rejects.ReadParked;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

/** Makes routes, topology and recount for the event log of a source. */
public final class HubParts {

    private final Definitions definitions;
    private final KafkaSettings kafka;
    private final SchemaRegistry registry;
    private final Intake intake;
    private final Memory memory;

    /**
     * What counting keeps at hand.
     *
     * @param indexes an empty one for each partition of the event log
     * @param hot shared by all that count in this process
     */
    public record Memory(Supplier<IdentityIndex> indexes, HotCells hot) {}

    public HubParts(
            Definitions definitions, KafkaSettings kafka, SchemaRegistry registry, Intake intake, Memory memory) {
        this.definitions = definitions;
        this.kafka = kafka;
        this.registry = registry;
        this.intake = intake;
        this.memory = memory;
    }

    public SourceCatalog catalog() {
        return definitions.folders();
    }

    Definitions definitions() {
        return definitions;
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    CountingTopology topology(SourceLog log) {
        return new CountingTopology(
                definitions.indicators(), registry, new CountedLog(log, identities(log), memory.hot()));
    }

    FeedRoute feed(SourceLog log) {
        SourceId source = log.source();
        return new FeedRoute(
                source,
                new NormaliseBatch(
                        source,
                        normaliser(source),
                        traces(log),
                        () -> intake.room().full(source)),
                new WriteOutputs(this::producer));
    }

    ParkedRoute parked(SourceLog log) {
        SourceId source = log.source();
        ParkedPlaces places = new ParkedPlaces(registry, intake.parking().rules(), intake.clock());
        ReadParked read = new ReadParked(source, normaliser(source), traces(log), places);
        return new ParkedRoute(source, read, new WriteOutputs(this::producer));
    }

    PublishRoute publish(SourceLog log, FigureStore figures) {
        // The same for every epoch: the counters of a source are written by one at a time.
        RelayCounters relay = new RelayCounters(
                log,
                figures,
                () -> transactional("hub-counters-" + log.source()),
                new ContractWriter<>(registry, MonthlyCounter.getClassSchema()));
        ContractReader contracts = new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts());
        return new PublishRoute(log, new AddContributions(log, figures, contracts, relay), relay);
    }

    public Recount recount(SourceLog log) {
        return new Recount(log, kafka, definitions.indicators(), identities(log), new LogEntryReader(registry));
    }

    private LogIdentities identities(SourceLog log) {
        return new LogIdentities(
                partition -> memory.indexes().get(),
                partition -> new LoggedEvents(
                        kafka, new TopicPartition(log.events(), partition), new LogEntryReader(registry)));
    }

    public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(kafka.producer());
    }

    /** For a few records, each of which somebody waits for: it gives up on a broker that is away. */
    public Producer<byte[], byte[]> sealProducer() {
        Map<String, Object> settings = new HashMap<>(kafka.producer());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return new KafkaProducer<>(settings);
    }

    private Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> settings = new HashMap<>(kafka.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.remove(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
        return new KafkaProducer<>(settings);
    }

    private Normaliser normaliser(SourceId source) {
        return catalog().normaliser(source, registry, intake.normalising());
    }

    private Traces traces(SourceLog log) {
        return new Traces(registry, log);
    }
}
