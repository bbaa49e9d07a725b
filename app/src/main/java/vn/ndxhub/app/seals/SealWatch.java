package vn.ndxhub.app.seals;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import vn.ndxhub.routes.batch.FatalErrors;

/** Completes, again and again, the seals that a hub has ordered and then died over. */
public final class SealWatch implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Seals seals;
    private @Nullable ScheduledExecutorService watch;

    public SealWatch(Seals seals) {
        this.seals = seals;
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("seal-watch").daemon(true).unstarted(task));
        watch = fresh;
        fresh.scheduleWithFixedDelay(FatalErrors.passedOn(seals::complete), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService watching = watch;
        watch = null;
        if (watching != null) {
            watching.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
