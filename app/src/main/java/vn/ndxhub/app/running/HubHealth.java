package vn.ndxhub.app.running;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.BatchState;

/** Ready while the event log is counted; a reader that does not get on, or has stopped, shows as degraded: the others go on. */
@Component("eventLog")
final class HubHealth implements HealthIndicator {

    /** Works, but not all of it. */
    private static final Status DEGRADED = new Status("DEGRADED");

    /** A batch, or a transaction of somebody else's, that takes longer than this does not get on. */
    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final HubRunner runner;
    private final BatchComponent readers;

    HubHealth(HubRunner runner, BatchComponent readers) {
        this.runner = runner;
        this.readers = readers;
    }

    @Override
    public Health health() {
        HubRunner.Running running = runner.running();
        String alarm = runner.alarm();
        if (alarm != null) {
            return Health.down().withDetail("alarm", alarm).build();
        }
        if (running == null) {
            String waiting = runner.waitingFor();
            return Health.outOfService()
                    .withDetail("waitingFor", waiting == null ? "start" : waiting)
                    .build();
        }
        if (!running.engine().isRunning()) {
            return Health.outOfService()
                    .withDetail("counting", running.engine().state())
                    .build();
        }
        Health.Builder health = Health.up();
        for (BatchState reader : readers.states()) {
            String failure = reader.failure();
            if (failure != null) {
                health.status(DEGRADED)
                        .withDetail(reader.isBroken() ? "alarm " + reader.topic() : reader.topic(), failure);
            } else if (isTooLongAgo(reader.workingSince())) {
                health.status(DEGRADED)
                        .withDetail(reader.topic(), "has been at one batch since " + reader.workingSince());
            }
        }
        runner.openTransactions().forEach((partition, since) -> {
            if (isTooLongAgo(since)) {
                health.status(DEGRADED)
                        .withDetail("transaction " + partition, "open since " + since + ": what follows is not shown");
            }
        });
        runner.pullFailures().forEach((source, why) -> health.status(DEGRADED).withDetail("pull " + source, why));
        return health.build();
    }

    private static boolean isTooLongAgo(@Nullable Instant since) {
        return since != null && since.plus(TOO_LONG).isBefore(Instant.now());
    }
}
