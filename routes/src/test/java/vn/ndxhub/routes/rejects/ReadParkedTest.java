package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
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
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

class ReadParkedTest {

    private static final Instant NOW = Instant.parse("2023-09-10T04:00:00Z");
    private static final Origin ORIGIN = new Origin(LibraryFeed.FEED, 3, 17, 0);
    private static final TopicPartition PLACE = new TopicPartition("hub.parked.library", 0);

    private final HeldRegistry registry = new HeldRegistry();
    private final LogEntryReader reader = new LogEntryReader(registry);
    private final HandDrivenClock clock = new HandDrivenClock(NOW);
    private WaitingSchemas.Answer answer = WaitingSchemas.Answer.DECIDED;
    private final ParkedPlaces places =
            new ParkedPlaces(id -> answer, WaitingSchemas.Rules.of(Duration.ofSeconds(30), Duration.ofDays(1)), clock);
    private final ReadParked parked = new ReadParked(
            LibraryFeed.LIBRARY,
            new LibraryFeed(),
            new Traces(registry, new SourceLog(LibraryFeed.LIBRARY, 1, 1)),
            places);

    @Test
    void releasesAnItemBeforeTheEventThatItHasBecome() {
        List<ProducerRecord<byte[], byte[]>> outputs = read("lent a", waiting());

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
    void writesNothingWhileTheSchemaIsNotKnown() {
        answer = WaitingSchemas.Answer.DENIED;

        assertThat(read("lent a", waiting(), waiting())).isEmpty();
        assertThat(places.finished(PLACE, 7)).isEqualTo(5);
        assertThat(places.revisit(PLACE)).isEmpty();
        assertThat(read("lent a", waiting(), waiting())).isEmpty();
    }

    @Test
    void rejectsWhatWasDeniedForLongEnough() {
        answer = WaitingSchemas.Answer.DENIED;
        meet("unknown-schema", waiting());
        clock.forward(Duration.ofDays(1));
        assertThat(places.revisit(PLACE)).isEqualTo(OptionalLong.of(5));

        List<ProducerRecord<byte[], byte[]>> outputs = meet("unknown-schema", waiting());

        assertThat(entries(outputs))
                .extracting(entry -> ((RefusalEntry) entry).outcome())
                .containsExactly(RefusalEntry.Outcome.RELEASED, RefusalEntry.Outcome.REJECTED);
        ProducerRecord<byte[], byte[]> reject = outputs.getLast();
        assertThat(reject.topic()).isEqualTo("hub.rejects.library");
        assertThat(RejectHeaders.of(reject.headers()).reason()).isEqualTo("wrong-schema");
    }

    @Test
    void releasesOnceWhatIsSafeAndAgainWhatIsNot() {
        assertThat(read("lent a", waiting())).isNotEmpty();
        assertThat(meet("lent a", waiting())).isNotEmpty();

        parked.settle(null);

        assertThat(meet("lent a", waiting())).isEmpty();
    }

    @Test
    void waitsOnWhenTheRegistryDeniesWhatItKnew() {
        assertThat(read("unknown-schema", waiting())).isEmpty();

        assertThat(places.finished(PLACE, 6)).isEqualTo(5);
    }

    @Test
    void failsTheBatchWhenTheRegistryIsAwayInBetween() {
        meet("registry-unavailable", waiting());
        places.revisit(PLACE);

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> meet("registry-unavailable", waiting()));
    }

    @Test
    void leavesWhatAPersonDecides() {
        assertThat(read("lent a", headers("future"))).isEmpty();
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
                        new EventEntry.Arrival(others, LibraryFeed.INTAKE, 1, null))
                .toKafka();

        assertThat(read("lent a", headers)).isEmpty();
    }

    private static Headers waiting() {
        return headers("unknown-schema");
    }

    private static Headers headers(String reason) {
        return new RejectHeaders(
                        reason,
                        "Wait.",
                        null,
                        "book.lent",
                        new EventEntry.Arrival(ORIGIN, LibraryFeed.INTAKE, 0, "branch-1"))
                .toKafka();
    }

    /** Reads them, asks the registry, and reads them again if that has said anything. */
    private List<ProducerRecord<byte[], byte[]>> read(String said, Headers... copies) {
        List<ProducerRecord<byte[], byte[]>> first = meet(said, copies);
        return places.revisit(PLACE).isEmpty() ? first : meet(said, copies);
    }

    private List<ProducerRecord<byte[], byte[]>> meet(String said, Headers... copies) {
        byte[] value = ByteBuffer.allocate(5 + said.length())
                .put((byte) 0)
                .putInt(7)
                .put(said.getBytes(StandardCharsets.UTF_8))
                .array();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Headers headers : copies) {
            records.add(record(5 + records.size(), value, headers));
        }
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
        parked.read(new RecordBatch(new TopicId(3, 3), new ConsumerRecords<>(Map.of(PLACE, records), Map.of())))
                .records()
                .giveTo(outputs::add);
        return outputs;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "hub.parked.library",
                0,
                offset,
                NOW.toEpochMilli(),
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
