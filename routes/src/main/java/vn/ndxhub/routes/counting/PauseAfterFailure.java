package vn.ndxhub.routes.counting;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a failed thread waits before another takes its place: longer each time, unless the failures lie far apart. Ends when the engine does. */
final class PauseAfterFailure {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);
    static final Duration FAR_APART = Duration.ofMinutes(5);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final LongSupplier nanos;
    private @Nullable String failure;
    private Duration pause = SHORTEST;
    private long since;

    PauseAfterFailure(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Waits; false when the engine has ended meanwhile. */
    boolean isOver(String what) {
        try {
            return !ended.await(next(what).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized Duration next(String what) {
        long now = nanos.getAsLong();
        boolean isFirst = failure == null || now - since > FAR_APART.toNanos();
        Duration longer = pause.multipliedBy(2);
        pause = isFirst ? SHORTEST : longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        failure = what;
        since = now;
        return pause;
    }

    /** What fails; null once there was none for as long again as the last pause took. */
    synchronized @Nullable String failure() {
        return nanos.getAsLong() - since > 2 * pause.toNanos() ? null : failure;
    }

    void end() {
        ended.countDown();
    }
}
