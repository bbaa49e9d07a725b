package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.LibraryFeed;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.feed.Traces;
import vn.ndxhub.routes.log.LogEntryReader;

class ReadParkedTest {

    private static final Instant NOW = Instant.parse("2023-09-10T04:00:00Z");
    private static final Origin ORIGIN = new Origin(LibraryFeed.FEED, 3, 17, 0);
    private static final int DENIALS = 3;

    private final HeldRegistry registry = new HeldRegistry();
    private final LogEntryReader reader = new LogEntryReader(registry);
    private final ReadParked parked = new ReadParked(
            LibraryFeed.LIBRARY,
            new LibraryFeed(),
            new Traces(
                    registry,
                    new SourceLog(LibraryFeed.LIBRARY, 1, 1),
                    Duration.ofSeconds(30),
                    Clock.fixed(NOW, ZoneOffset.UTC)),
            DENIALS);

    @Test
    void releasesAnItemBeforeTheEventThatItHasBecome() {
        List<ProducerRecord<byte[], byte[]>> outputs = read("lent a", waiting(0));

        assertThat(outputs).extracting(ProducerRecord::topic).containsOnly("hub.events.library");
        List<LogEntry> entries = entries(outputs);
        assertThat(entries).hasSize(2);
        RefusalEntry released = (RefusalEntry) entries.getFirst();
        assertThat(released.outcome()).isEqualTo(RefusalEntry.Outcome.RELEASED);
        // As it was parked: what leaves a cell of the closing equation must be what entered it.
        assertThat(released.type()).isEqualTo("book.lent");
        assertThat(released.arrival().party()).isEqualTo("branch-1");
        assertThat(((EventEntry) entries.getLast()).arrival())
                .isEqualTo(new EventEntry.Arrival(ORIGIN, LibraryFeed.INTAKE, 1, null));
    }

    @Test
    void parksAgainWhatTheRegistryStillDenies() {
        List<ProducerRecord<byte[], byte[]>> outputs = read("unknown-schema", waiting(0));

        assertThat(outputs).singleElement().satisfies(again -> {
            assertThat(again.topic()).isEqualTo("hub.parked.library");
            assertThat(again.value()).asString(StandardCharsets.UTF_8).isEqualTo("unknown-schema");
            RejectHeaders headers = RejectHeaders.of(again.headers());
            assertThat(headers.arrival()).isEqualTo(new EventEntry.Arrival(ORIGIN, LibraryFeed.INTAKE, 1, null));
            assertThat(headers.nextAttempt()).isEqualTo(NOW.plusSeconds(30).toEpochMilli());
        });
    }

    @Test
    void countsNoDenialWhileTheRegistryIsAway() {
        List<ProducerRecord<byte[], byte[]>> outputs = read("registry-unavailable", waiting(DENIALS - 1));

        assertThat(outputs).singleElement().satisfies(again -> {
            assertThat(again.topic()).isEqualTo("hub.parked.library");
            assertThat(RejectHeaders.of(again.headers()).arrival().attempt()).isEqualTo(DENIALS - 1);
        });
    }

    @Test
    void rejectsWhatWasDeniedOftenEnough() {
        List<ProducerRecord<byte[], byte[]>> outputs = read("unknown-schema", waiting(DENIALS - 1));

        assertThat(entries(outputs))
                .extracting(entry -> ((RefusalEntry) entry).outcome())
                .containsExactly(RefusalEntry.Outcome.RELEASED, RefusalEntry.Outcome.REJECTED);
        ProducerRecord<byte[], byte[]> reject = outputs.getLast();
        assertThat(reject.topic()).isEqualTo("hub.rejects.library");
        assertThat(RejectHeaders.of(reject.headers()).reason()).isEqualTo("wrong-schema");
        assertThat(RejectHeaders.of(reject.headers()).nextAttempt()).isNull();
    }

    @Test
    void letsOneOfTheCopiesThatAFailureHasLeftGoOn() {
        assertThat(read("unknown-schema", waiting(1), waiting(2), waiting(1)))
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.topic()).isEqualTo("hub.parked.library");
                    assertThat(RejectHeaders.of(again.headers()).arrival().origin())
                            .isEqualTo(ORIGIN);
                });
    }

    @Test
    void leavesWhatAPersonDecides() {
        assertThat(read("lent a", headers("future", 0, null))).isEmpty();
    }

    @Test
    void leavesARecordThatIsNotTheHubs() {
        assertThat(read("lent a", new RecordHeaders())).isEmpty();
    }

    @Test
    void leavesARecordThatNamesAnotherSource() {
        Origin others = new Origin(new FeedTopic(new SourceId("archive"), new TopicId(1, 2)), 3, 17, 0);
        Headers headers = new RejectHeaders(
                        "unknown-schema",
                        "Wait.",
                        null,
                        null,
                        new EventEntry.Arrival(others, LibraryFeed.INTAKE, 1, null),
                        0L)
                .toKafka();

        assertThat(read("lent a", headers)).isEmpty();
    }

    private static Headers waiting(int attempt) {
        return headers("unknown-schema", attempt, NOW.toEpochMilli());
    }

    private static Headers headers(String reason, int attempt, @Nullable Long next) {
        return new RejectHeaders(
                        reason,
                        "Wait.",
                        null,
                        "book.lent",
                        new EventEntry.Arrival(ORIGIN, LibraryFeed.INTAKE, attempt, "branch-1"),
                        next)
                .toKafka();
    }

    private List<ProducerRecord<byte[], byte[]>> read(String value, Headers... copies) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Headers headers : copies) {
            records.add(record(5 + records.size(), value.getBytes(StandardCharsets.UTF_8), headers));
        }
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
        parked.read(new RecordBatch(
                        new TopicId(3, 3),
                        new ConsumerRecords<>(Map.of(new TopicPartition("hub.parked.library", 0), records), Map.of())))
                .records()
                .giveTo(outputs::add);
        return outputs;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "hub.parked.library",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                null,
                value,
                headers,
                Optional.empty());
    }

    private List<LogEntry> entries(List<ProducerRecord<byte[], byte[]>> outputs) {
        return outputs.stream()
                .filter(record -> record.topic().equals("hub.events.library"))
                .flatMap(record -> reader.read(record.value()).stream())
                .toList();
    }
}
