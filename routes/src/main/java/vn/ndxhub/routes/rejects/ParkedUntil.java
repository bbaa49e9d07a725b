package vn.ndxhub.routes.rejects;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.routes.batch.ReadGate;

/** A parked record is due when its header says so; one that a person decides, or without the headers, is passed over at once. */
final class ParkedUntil implements ReadGate {

    private final Clock clock;

    ParkedUntil(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable String waitsFor(ConsumerRecord<byte[], byte[]> parked) {
        try {
            Long next = RejectHeaders.of(parked.headers()).nextAttempt();
            return next == null || next <= clock.millis() ? null : "";
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
