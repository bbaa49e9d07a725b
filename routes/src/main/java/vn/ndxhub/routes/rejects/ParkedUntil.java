package vn.ndxhub.routes.rejects;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.ndxhub.routes.batch.Due;

/** A parked record is due when its header says so; one that a person decides, or without the headers, is passed over at once. */
final class ParkedUntil implements Due {

    private final Clock clock;

    ParkedUntil(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isDue(ConsumerRecord<byte[], byte[]> parked) {
        try {
            Long next = RejectHeaders.of(parked.headers()).nextAttempt();
            return next == null || next <= clock.millis();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
