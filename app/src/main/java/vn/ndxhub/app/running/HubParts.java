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
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.routes.batch.KafkaSettings;
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
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

/** Makes routes, topology and recount for one event log. */
public final class HubParts {

    private final SourceCatalog catalog;
    private final KafkaSettings kafka;
    private final SchemaRegistry registry;
    private final Intake intake;
    private final Supplier<IdentityIndex> indexes;

    /** @param indexes an empty one for each partition of the event log */
    public HubParts(
            SourceCatalog catalog,
            KafkaSettings kafka,
            SchemaRegistry registry,
            Intake intake,
            Supplier<IdentityIndex> indexes) {
        this.catalog = catalog;
        this.kafka = kafka;
        this.registry = registry;
        this.intake = intake;
        this.indexes = indexes;
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

    CountingTopology topology(EventLog log) {
        return new CountingTopology(catalog.indicators(), registry, identities(), log.getLogEpoch());
    }

    FeedRoute feed(Source source, EventLog log) {
        return new FeedRoute(
                source.id(),
                new NormaliseBatch(source.id(), normaliser(source.id()), traces(log)),
                new WriteOutputs(this::producer));
    }

    ParkedRoute parked(EventLog log) {
        ReadParked read =
                new ReadParked(this::normaliser, traces(log), intake.parking().denials());
        return new ParkedRoute(intake.clock(), read, new WriteOutputs(this::producer));
    }

    PublishRoute publish(EventLog log, WriteFigures figures) {
        RunningTotals totals = new RunningTotals(
                () -> consolidation(log), new ContractReader(registry, Contracts.on(Contracts.CONTRIBUTIONS)));
        WriteMonthlyCounters counters = new WriteMonthlyCounters(
                partition -> transactional("publish-" + partition),
                new ContractWriter<>(
                        registry,
                        Contracts.subject(Contracts.MONTHLY_COUNTERS, MonthlyCounter.getClassSchema()),
                        MonthlyCounter.getClassSchema()));
        return new PublishRoute(totals, figures, counters);
    }

    public Recount recount(EventLog log) {
        return new Recount(
                kafka, catalog.indicators(), identities(), new LogEntryReader(registry), () -> consolidation(log));
    }

    private LogIdentities identities() {
        return new LogIdentities(
                partition -> indexes.get(),
                partition -> new LoggedEvents(
                        kafka, new TopicPartition(Contracts.EVENTS, partition), new LogEntryReader(registry)));
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

    private Traces traces(EventLog log) {
        return new Traces(registry, log.getPartitions(), intake.parking().retryAfter(), intake.clock());
    }

    private Consolidation consolidation(EventLog log) {
        Map<IndicatorId, SourceId> sources = new HashMap<>();
        for (Source source : catalog.sources()) {
            catalog.indicators()
                    .of(source.id(), source.indicatorsVersion())
                    .forEach(indicator -> sources.put(indicator.id(), source.id()));
        }
        return new Consolidation(log.getLogEpoch(), log.getPartitions(), id -> Optional.ofNullable(sources.get(id)));
    }
}
