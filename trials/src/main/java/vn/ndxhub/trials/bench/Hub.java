package vn.ndxhub.trials.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.schemas.topics.HubTopic;

/** The hub: native events in Kafka to figures in PostgreSQL, or its second half alone. */
final class Hub implements Contender {

    static final String WHOLE = "hub, end to end";

    private static final long LOOK_MILLIS = 25;

    /** What the second half makes of the log; the log, its declaration and the readers of the feeds are not among it. */
    private static final Predicate<String> OF_COUNTING = name -> name.startsWith("hub-counting")
            || name.startsWith("hub-publish")
            || name.startsWith(HubTopic.CONTRIBUTIONS.stem())
            || name.equals(HubTopic.MONTHLY_COUNTERS.topic());

    private final String name;
    private final boolean readsFeeds;
    private final int processes;

    private Hub(String name, boolean readsFeeds, int processes) {
        this.name = name;
        this.readsFeeds = readsFeeds;
        this.processes = processes;
    }

    static Hub whole() {
        return new Hub(WHOLE, true, 1);
    }

    /** Two processes that share the work. */
    static Hub shared() {
        return new Hub("hub, end to end, two processes", true, 2);
    }

    /** From the event log, full already, to figures in PostgreSQL. */
    static Hub counting() {
        return new Hub("hub, log to figures", false, 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome run(Course course) throws Exception {
        try (Watch watch = new Watch(course.world());
                Figures figures = new Figures(course.world(), course.load())) {
            if (readsFeeds) {
                Slate.wipe(course.world(), watch.admin(), Slate.HUB);
            } else {
                fillLog(course, watch, figures);
                Slate.wipe(course.world(), watch.admin(), OF_COUNTING);
            }
            figures.clear();
            return started(course, processes, hubs -> measured(course, hubs, watch, figures));
        }
    }

    /** With what an earlier run has left, or with a run of its own. */
    private static void fillLog(Course course, Watch watch, Figures figures) throws Exception {
        if (figures.done(course) == course.records()) {
            return;
        }
        Slate.wipe(course.world(), watch.admin(), Slate.HUB);
        figures.clear();
        started(course, 1, hubs -> {
            while (figures.done(course) < course.records()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            return hubs;
        });
    }

    private interface Use<T> {
        T of(List<HubProcess> hubs) throws Exception;
    }

    private static <T> T started(Course course, int processes, Use<T> use) throws Exception {
        List<HubProcess> hubs = IntStream.rangeClosed(1, processes)
                .mapToObj(i -> course.world().hub(HubOptions.named("hub-" + i)))
                .toList();
        CompletableFuture<?> starting = CompletableFuture.allOf(
                hubs.stream().map(hub -> CompletableFuture.runAsync(hub::start)).toArray(CompletableFuture[]::new));
        try {
            return use.of(hubs);
        } finally {
            starting.join();
            hubs.forEach(HubProcess::kill);
        }
    }

    private Outcome measured(Course course, List<HubProcess> hubs, Watch watch, Figures figures) throws Exception {
        while (watch.end(readsFeeds ? HubTopic.EVENTS : HubTopic.CONTRIBUTIONS) == 0
                || !hubs.stream().allMatch(HubProcess::isRunning)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        List<ProcessHandle> processHandles = hubs.stream()
                .map(hub -> ProcessHandle.of(hub.pid()).orElseThrow())
                .toList();
        return new Run(course, watch, processHandles).measure(() -> figures.done(course), () -> figures.check(course));
    }
}
