package vn.ndxhub.app.running;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.consolidation.Consolidation;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.IndicatorId;
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
import vn.ndxhub.routes.publish.PublishRoute;
import vn.ndxhub.routes.publish.RunningTotals;
import vn.ndxhub.routes.publish.WriteFigures;
import vn.ndxhub.routes.publish.WriteMonthlyCounters;
import vn.ndxhub.routes.recount.Recount;
import vn.ndxhub.routes.rejects.ParkedRoute;
import vn.ndxhub.routes.rejects.ReadParked;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

/** Makes routes, topology and recount for the event log of a source. */
public final class HubParts {

    private final SourceCatalog catalog;
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

    public HubParts(SourceCatalog catalog, KafkaSettings kafka, SchemaRegistry registry, Intake intake, Memory memory) {
        this.catalog = catalog;
        this.kafka = kafka;
        this.registry = registry;
        this.intake = intake;
        this.memory = memory;
    }

    public SourceCatalog catalog() {
        return catalog;
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    CountingTopology topology(SourceLog log) {
        return new CountingTopology(catalog.indicators(), registry, new CountedLog(log, identities(log), memory.hot()));
    }

    FeedRoute feed(SourceLog log) {
        SourceId source = log.source();
        return new FeedRoute(
                source, new NormaliseBatch(source, normaliser(source), traces(log)), new WriteOutputs(this::producer));
    }

    ParkedRoute parked(SourceLog log) {
        SourceId source = log.source();
        ReadParked read = new ReadParked(
                source, normaliser(source), traces(log), intake.parking().denials());
        return new ParkedRoute(source, intake.clock(), read, new WriteOutputs(this::producer));
    }

    PublishRoute publish(SourceLog log, WriteFigures figures) {
        RunningTotals totals = new RunningTotals(
                () -> consolidation(log), new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts()));
        WriteMonthlyCounters counters = new WriteMonthlyCounters(
                partition -> transactional(log.named("publish")),
                new ContractWriter<>(registry, MonthlyCounter.getClassSchema()));
        return new PublishRoute(log, totals, figures, counters);
    }

    public Recount recount(SourceLog log) {
        return new Recount(
                log,
                kafka,
                catalog.indicators(),
                identities(log),
                new LogEntryReader(registry),
                () -> consolidation(log));
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

    private Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> settings = new HashMap<>(kafka.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.remove(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
        return new KafkaProducer<>(settings);
    }

    private Normaliser normaliser(SourceId source) {
        return catalog.normaliser(source, registry, intake.normalising());
    }

    private Traces traces(SourceLog log) {
        return new Traces(registry, log, intake.parking().retryAfter(), intake.clock());
    }

    private Consolidation consolidation(SourceLog log) {
        Map<IndicatorId, SourceId> sources = sourcesOfIndicators();
        return new Consolidation(log.epoch(), log.partitions(), id -> Optional.ofNullable(sources.get(id)));
    }

    /** The source that each indicator belongs to; the hub's own are not in it. */
    Map<IndicatorId, SourceId> sourcesOfIndicators() {
        Map<IndicatorId, SourceId> sources = new HashMap<>();
        for (Source source : catalog.sources()) {
            catalog.indicators()
                    .of(source.id(), source.indicatorsVersion())
                    .forEach(indicator -> sources.put(indicator.id(), source.id()));
        }
        return sources;
    }
}
