package vn.ndxhub.trials.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;

/** The hub: native events in Kafka to figures in PostgreSQL, or its second half alone. */
final class Hub implements Contender {

    static final String WHOLE = "hub, end to end";

    private static final long LOOK_MILLIS = 25;
    private static final String LOG = "hub.events";

    /** What the second half makes of the log; the log, its declaration and the readers of the feeds are not among it. */
    private static final Predicate<String> OF_COUNTING = name -> name.startsWith("hub-counting")
            || name.startsWith("hub-publish")
            || name.equals("hub.observations")
            || name.equals("hub.monthly-counters");

    private final String name;
    private final boolean readsFeeds;

    private Hub(String name, boolean readsFeeds) {
        this.name = name;
        this.readsFeeds = readsFeeds;
    }

    static Hub whole() {
        return new Hub(WHOLE, true);
    }

    /** From the event log, full already, to figures in PostgreSQL. */
    static Hub counting() {
        return new Hub("hub, log to figures", false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome run(Course course) throws Exception {
        try (Watch watch = new Watch(course.world());
                Figures figures = new Figures(course.world())) {
            if (readsFeeds) {
                Slate.wipe(course.world(), watch.admin(), Slate.HUB);
            } else {
                fillLog(course, watch, figures);
                Slate.wipe(course.world(), watch.admin(), OF_COUNTING);
            }
            figures.clear();
            return started(course, hub -> measured(course, hub, watch, figures));
        }
    }

    /** With what an earlier run has left, or with a run of its own. */
    private static void fillLog(Course course, Watch watch, Figures figures) throws Exception {
        if (figures.done(course) == course.records()) {
            return;
        }
        Slate.wipe(course.world(), watch.admin(), Slate.HUB);
        figures.clear();
        started(course, hub -> {
            while (figures.done(course) < course.records()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            return hub;
        });
    }

    private interface Use<T> {
        T of(HubProcess hub) throws Exception;
    }

    private static <T> T started(Course course, Use<T> use) throws Exception {
        HubProcess hub = course.world().hub(HubOptions.named("hub-1"));
        CompletableFuture<Void> starting = CompletableFuture.runAsync(hub::start);
        try {
            return use.of(hub);
        } finally {
            starting.join();
            hub.kill();
        }
    }

    private Outcome measured(Course course, HubProcess hub, Watch watch, Figures figures) throws Exception {
        while (watch.end(readsFeeds ? LOG : "hub.observations") == 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return new Run(course, watch, ProcessHandle.of(hub.pid()).orElseThrow())
                .measure(() -> figures.done(course), () -> figures.check(course));
    }
}
