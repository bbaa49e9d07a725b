package vn.ndxhub.app.watching;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.ndxhub.routes.batch.FatalErrors;

/** Looks at everything again five seconds after it last did, so that nobody who asks has to wait. A slow look holds no other up. */
final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Runnable> looks;
    private @Nullable ScheduledExecutorService watch;

    Rounds(List<Runnable> looks) {
        this.looks = List.copyOf(looks);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newScheduledThreadPool(
                looks.size(),
                task -> Thread.ofPlatform().name("hub-rounds").daemon(true).unstarted(task));
        watch = fresh;
        for (Runnable look : looks) {
            fresh.scheduleWithFixedDelay(
                    FatalErrors.passedOn(() -> runSafely(look)), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    // A look that throws would never be taken again.
    private static void runSafely(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            FatalErrors.rethrow(e);
            LOG.warn("A look at the hub fails with {}; it is taken again", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService watching = watch;
        watch = null;
        if (watching != null) {
            watching.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
