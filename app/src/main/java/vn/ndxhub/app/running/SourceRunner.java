package vn.ndxhub.app.running;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.routes.control.EventLogGuard;
import vn.ndxhub.routes.control.LogSighting;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

/**
 * Runs one source, whatever the others do: nothing of it is read before its event log has been found to be the declared one, and all of it
 * stops when that no longer is. A failure is tried again with growing pauses, an alarm never.
 */
final class SourceRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** What has worked for so long fails for another reason than before. */
    private static final Duration WORKS = Duration.ofMinutes(5);
    /** What is away comes back by itself, and is wanted at once then. */
    private static final Duration LONGEST_WAIT_FOR_OTHERS = Duration.ofSeconds(2);

    private final SourceId source;
    private final EventLogGuard guard;
    private final SourceStart start;
    private Instant due = Instant.MIN;
    private Duration pause = FIRST_WAIT;
    private Instant began = Instant.MIN;
    private volatile @Nullable Running running;
    private volatile Kind kind = Kind.STARTING;
    private volatile @Nullable String why;
    private volatile boolean closed;

    /** One source at work on one event log. */
    record Running(SourceLog log, CountingEngine engine) {}

    SourceRunner(SourceId source, EventLogGuard guard, SourceStart start) {
        this.source = source;
        this.guard = guard;
        this.start = start;
    }

    SourceId source() {
        return source;
    }

    /** The log that is looked at, as far as it is known. */
    SourceLog expected() {
        return guard.expected();
    }

    /** Null while it does not work. */
    @Nullable
    Running running() {
        return running;
    }

    SourceState state() {
        Running now = running;
        if (now == null) {
            return new SourceState(source, kind, why, 0);
        }
        CountingEngine engine = now.engine;
        String failure = engine.failure();
        long lag = engine.lag();
        if (failure != null) {
            return new SourceState(source, Kind.INTERRUPTED, "counting fails with " + failure, lag);
        }
        return engine.isRunning()
                ? new SourceState(source, Kind.RUNNING, null, lag)
                : new SourceState(source, Kind.INTERRUPTED, engine.state(), lag);
    }

    /** Null if looking again is of no use. */
    @Nullable
    Instant due() {
        return kind == Kind.ALARM ? null : due;
    }

    /** @param seen null if the brokers have no such topic */
    synchronized void look(@Nullable LogSighting seen, Instant now) {
        try {
            if (seen == null) {
                throw new CannotRun("there is no topic " + expected().events() + "; ./hub topics makes it");
            }
            work(guard.check(seen), now);
            due = now.plus(WATCH);
        } catch (LogBroken e) {
            alarm(e);
        } catch (Exception e) {
            FatalErrors.rethrow(e);
            if (start.endsFor(e)) {
                due = Instant.MAX;
            } else {
                failed(e, now);
            }
        }
    }

    private void work(SourceLog log, Instant now) throws Exception {
        Running known = running;
        if (known != null && !known.log.equals(log)) {
            stop();
            known = null;
        }
        if (known == null && !closed) {
            running = new Running(log, start.begin(log));
            began = now;
            kind = Kind.RUNNING;
            why = null;
        } else if (now.isAfter(began.plus(WORKS))) {
            pause = FIRST_WAIT;
        }
    }

    /** Does at once what its counting asks for: to stop for good, or to leave the source to other hubs for a while. */
    synchronized void heed(Instant now) {
        Running known = running;
        if (known == null) {
            return;
        }
        String alarm = known.engine.alarm();
        if (alarm != null) {
            alarm(new LogBroken(alarm));
        } else if (known.engine.hasEnded()) {
            String left = known.engine.left();
            stop();
            failed(
                    left == null
                            ? new IllegalStateException("Counting has ended")
                            : new CannotRun("left to hubs that can count it: " + left),
                    now);
        }
    }

    /** It could not be looked at, or could not begin. */
    synchronized void failed(Exception e, Instant now) {
        if (running != null) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SOURCE, source)
                    .log("The event log of {} cannot be looked at: {}", source, e.toString());
            due = now.plus(WATCH);
            return;
        }
        kind = Kind.WAITING;
        why = isAway(e) ? "broker or registry does not answer (" + name(e) + ")" : words(e);
        due = now.plus(pause);
        LOG.atWarn()
                .addKeyValue(LogKeys.SOURCE, source)
                .addKeyValue(LogKeys.REASON, name(e))
                .log(
                        "The source {} cannot begin and is tried again in {} s: {}",
                        source,
                        pause.toSeconds(),
                        e.toString());
        Duration longest = isAway(e) ? LONGEST_WAIT_FOR_OTHERS : LONGEST_WAIT;
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(longest) > 0 ? longest : longer;
    }

    private void alarm(LogBroken broken) {
        why = broken.getMessage();
        kind = Kind.ALARM;
        LOG.atError()
                .addKeyValue(LogKeys.SOURCE, source)
                .addKeyValue(LogKeys.TOPIC, expected().events())
                .addKeyValue(LogKeys.REASON, name(broken))
                .log("The source {} stops: {}", source, broken.getMessage());
        stop();
    }

    /** Ends it for good: the hub ends. */
    void close() {
        closed = true;
        stop();
    }

    private synchronized void stop() {
        Running now = running;
        running = null;
        if (now != null) {
            start.end(now.log, now.engine);
        }
    }

    private static boolean isAway(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException || cause instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }

    // What another library says may hold what a record holds; what the hub says itself does not.
    private static String words(Exception failure) {
        return failure instanceof CannotRun
                ? String.valueOf(failure.getMessage())
                : "the start fails with " + name(failure);
    }

    private static String name(Exception failure) {
        return failure.getClass().getSimpleName();
    }

    /** For a reason that is told in full. */
    private static final class CannotRun extends RuntimeException {
        CannotRun(String why) {
            super(why);
        }
    }
}
