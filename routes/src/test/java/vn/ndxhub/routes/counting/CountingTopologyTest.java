package vn.ndxhub.routes.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.index.LayeredIndex;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.indicator.Text;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.routes.log.LogEntryReader;
import vn.ndxhub.routes.rejects.RejectHeaders;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.CountingCommit;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.IdentityBytes;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.SealAcknowledgement;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contract.TopicIdBytes;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

class CountingTopologyTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final Indicator LOANS = new Indicator(
            new IndicatorId("loans"),
            LIBRARY,
            new Text("Lượt mượn", "Loans"),
            "count",
            Measure.FLOW,
            Carried.EVENT,
            List.of(new Rule("book.lent", Map.of(), Effect.ADD)),
            List.of("area"),
            "loans");

    @TempDir
    private static Path folder;

    private final HeldRegistry registry = new HeldRegistry();
    private final LogIdentities identities = new LogIdentities(
            partition -> new LayeredIndex(Path.of(System.getProperty("java.io.tmpdir")), 2),
            partition -> this::originals);
    private final List<byte[]> sent = new ArrayList<>();
    private final ContractWriter<EventBatch> batches = new ContractWriter<>(registry, EventBatch.getClassSchema());
    private final LogEntryReader entries = new LogEntryReader(registry);
    private final ContractReader observationReader = new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts());
    private final TopologyTestDriver driver = driver();
    private final TestInputTopic<byte[], byte[]> log =
            driver.createInputTopic("hub.events.library", new ByteArraySerializer(), new ByteArraySerializer());
    private final TestOutputTopic<byte[], byte[]> observations = driver.createOutputTopic(
            "hub.contributions.library", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<byte[], byte[]> rejects =
            driver.createOutputTopic("hub.rejects.library", new ByteArrayDeserializer(), new ByteArrayDeserializer());

    private TopologyTestDriver driver() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "counting-test");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        properties.put(RocksDbMemory.CACHE_BYTES, Integer.toString(8 << 20));
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        Topology topology = new Topology(new TopologyConfig(new StreamsConfig(withBroker(properties))));
        CountedLog counted = new CountedLog(new SourceLog(LIBRARY, 1, 1), identities, new HotCells(2));
        return new TopologyTestDriver(
                new CountingTopology((source, version) -> List.of(LOANS), registry, counted).addTo(topology),
                properties);
    }

    private static Properties withBroker(Properties properties) {
        Properties all = new Properties();
        all.putAll(properties);
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        return all;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void sendsTheRunningAbsoluteOfACell() {
        send(event("a", 1, "01"), event("b", 2, "01"));
        send(event("b", 3, "01"));

        Contribution loans = latest().get("loans");

        assertThat(value(loans)).isEqualTo(2);
        assertThat(loans.getDay()).isEqualTo("2023-09-10");
        assertThat(loans.getDimensions()).isEqualTo(Map.of("area", "01"));
        assertThat(loans.getDigest())
                .isEqualTo(Identity.of(LIBRARY, "a").high()
                        + Identity.of(LIBRARY, "b").high());
    }

    @Test
    void countsTheClosingEquation() {
        send(event("a", 1, "01"));
        send(event("a", 2, "01"), event("a", 2, "01"));

        Map<String, Contribution> latest = latest();

        assertThat(value(latest.get("intake-received"))).isEqualTo(2);
        assertThat(value(latest.get("intake-counted"))).isEqualTo(1);
        assertThat(value(latest.get("intake-duplicates"))).isEqualTo(1);
    }

    @Test
    void rejectsEachConflictByItselfWithItsOrigin() {
        send(event("a", 1, "01"), event("a", 2, "79"), event("b", 3, "01"), event("a", 4, "48"));

        TestRecord<byte[], byte[]> reject = rejects.readRecord();
        TestRecord<byte[], byte[]> next = rejects.readRecord();

        RejectHeaders headers = RejectHeaders.of(reject.headers());
        assertThat(headers.reason()).isEqualTo("conflict");
        assertThat(headers.arrival().origin().offset()).isEqualTo(2);
        assertThat(entries.read(reject.value())).containsExactlyElementsOf(entries.read(written(event("a", 2, "79"))));
        assertThat(entries.read(next.value())).containsExactlyElementsOf(entries.read(written(event("a", 4, "48"))));
    }

    @Test
    void stopsWithAnAlarmAtBytesThatAreNoEntry() {
        assertThatThrownBy(() -> log.pipeInput(new byte[16], new byte[] {1, 2, 3}))
                .hasRootCauseInstanceOf(LogBroken.class);
    }

    @Test
    void readsCellsFromTheStoreThatAreNoLongerAtHand() {
        for (String area : List.of("01", "02", "03", "04", "05", "01")) {
            send(event("in-" + area + "-" + sent.size(), sent.size() + 1, area));
        }

        List<Contribution> loans = sent().stream()
                .filter(Contribution.class::isInstance)
                .map(Contribution.class::cast)
                .filter(each -> each.getIndicator().equals("loans"))
                .toList();

        assertThat(loans).hasSize(6);
        assertThat(loans.getLast().getDimensions()).isEqualTo(Map.of("area", "01"));
        assertThat(value(loans.getLast())).isEqualTo(2);
    }

    @Test
    void acknowledgesASealWithWhatItHadCounted() {
        ContractWriter<Seal> seals = new ContractWriter<>(registry, Seal.getClassSchema());
        send(event("a", 1, "01"));
        log.pipeInput(new byte[] {0}, seals.write(new Seal("library", "2023-09", 1, "operator", 0L)));
        send(event("b", 2, "01"));

        List<SpecificRecord> sent = sent();

        assertThat(sent)
                .contains(new SealAcknowledgement(
                        "library",
                        "2023-09",
                        1,
                        1,
                        0,
                        1L,
                        1L,
                        Identity.of(LIBRARY, "a").high()));
        assertThat(latest(sent).get("loans").getVintage()).isEqualTo(1);
    }

    @Test
    void closesEveryCommitWithThePositionUpToWhichItCounted() {
        send(event("a", 1, "01"));
        send(event("b", 2, "01"));

        List<SpecificRecord> sent = sent();

        assertThat(sent).filteredOn(CountingCommit.class::isInstance).hasSize(2);
        assertThat(sent.getLast()).isEqualTo(new CountingCommit(1, 0, 2L));
    }

    private void send(StatusEvent... events) {
        sent.add(written(events));
        log.pipeInput(events[0].getIdentity().bytes(), sent.getLast());
    }

    private Map<Long, EventEntry> originals(Set<Long> places) {
        Map<Long, EventEntry> found = new HashMap<>();
        for (long place : places) {
            List<LogEntry> record = entries.read(sent.get((int) LogPlace.offset(place)));
            found.put(place, (EventEntry) record.get(LogPlace.index(place)));
        }
        return found;
    }

    private byte[] written(StatusEvent... events) {
        return batches.write(new EventBatch("library", new TopicIdBytes(new byte[16]), 1L, 1L, List.of(events)));
    }

    private static StatusEvent event(String id, long offset, String area) {
        long occurred = Instant.parse("2023-09-10T03:00:00Z").toEpochMilli();
        StatusEvent event = new StatusEvent();
        event.setIdentity(new IdentityBytes(Identity.of(LIBRARY, id).toBytes()));
        event.setEventId(id);
        event.setType("book.lent");
        event.setOccurred(occurred);
        event.setRecorded(occurred);
        event.setQuantity(1);
        event.setDimensions(Map.of("area", area));
        event.setContentHash(area.hashCode());
        event.setMode(EntryMode.INTEGRATED);
        event.setFeedOffset(offset);
        event.setIntake(occurred);
        return event;
    }

    private Map<String, Contribution> latest() {
        return latest(sent());
    }

    private static Map<String, Contribution> latest(List<SpecificRecord> sent) {
        Map<String, Contribution> byIndicator = new HashMap<>();
        sent.forEach(record -> {
            if (record instanceof Contribution contribution) {
                byIndicator.put(contribution.getIndicator(), contribution);
            }
        });
        return byIndicator;
    }

    private List<SpecificRecord> sent() {
        return observations.readRecordsToList().stream()
                .map(record -> observationReader.read(record.value()))
                .toList();
    }

    private static long value(Contribution contribution) {
        return new BigInteger(contribution.getValue().array()).longValueExact();
    }
}
