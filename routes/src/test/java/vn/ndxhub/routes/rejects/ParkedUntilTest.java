package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.routes.LibraryFeed;

class ParkedUntilTest {

    private static final Instant NOW = Instant.parse("2023-09-10T03:00:00Z");
    private static final Duration REST = Duration.ofSeconds(30);

    private final HandDriven clock = new HandDriven();
    private final ParkedUntil until = new ParkedUntil(clock);

    @Test
    void letsARecordRestUntilItsTimeHasCome() {
        ConsumerRecord<byte[], byte[]> parked = parked(NOW.plus(REST).toEpochMilli());

        assertThat(until.waitsFor(parked)).isEmpty();
        clock.now = NOW.plus(REST).minusMillis(1);
        assertThat(until.waitsFor(parked)).isEmpty();
        clock.now = NOW.plus(REST);
        assertThat(until.waitsFor(parked)).isNull();
    }

    @Test
    void doesNotWaitForAPerson() {
        assertThat(until.waitsFor(parked(null))).isNull();
    }

    @Test
    void doesNotWaitForARecordWithoutTheHubsHeaders() {
        assertThat(until.waitsFor(record(new RecordHeaders()))).isNull();
        Headers strange = new RecordHeaders().add("hub-next-attempt", "later".getBytes(StandardCharsets.UTF_8));
        assertThat(until.waitsFor(record(strange))).isNull();
    }

    private static ConsumerRecord<byte[], byte[]> parked(Long next) {
        EventEntry.Arrival arrival =
                new EventEntry.Arrival(new Origin(LibraryFeed.FEED, 0, 1, 0), NOW.toEpochMilli(), 0, null);
        return record(new RejectHeaders("unknown-schema", "wait", null, null, arrival, next).toKafka());
    }

    private static ConsumerRecord<byte[], byte[]> record(Headers headers) {
        return new ConsumerRecord<>(
                "hub.parked.library",
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                headers,
                Optional.empty());
    }

    /** Stands still until it is told. */
    private static final class HandDriven extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
