package vn.ndxhub.app.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.control.ControlReadTopics;
import vn.ndxhub.routes.control.Declarations;
import vn.ndxhub.routes.control.EventLogGuard;
import vn.ndxhub.routes.control.LogSighting;
import vn.ndxhub.routes.control.LogSurvey;
import vn.ndxhub.routes.control.OpenTransactions;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.counting.StartOfCounting;

/**
 * Looks at the event logs of all sources again and again and lets each runner judge its own. Waits for a broker or a registry that is away,
 * but not for a setting that is wrong.
 */
public final class HubRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HubRunner.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final List<SourceRunner> runners;
    private final BadFolders badFolders;
    private final SourceStart sources;
    private final Looks looks;
    private final Work work;
    private final OpenTransactions transactions;
    private @Nullable ScheduledExecutorService watch;

    /** What is done with what is counted, what is pulled, and what happens when none of it can begin. */
    public record Work(FigureStore figures, PulledSources pulled, CountingEngine.Settings counting, Ending ending) {}

    /** Where the hub looks, and when. */
    public record Looks(Admin admin, Declarations declared, ControlReadTopics topicsRead, Clock clock) {}

    HubRunner(List<SourceRunner> runners, BadFolders badFolders, SourceStart sources, Looks looks, Work work) {
        this.runners = List.copyOf(runners);
        this.badFolders = badFolders;
        this.sources = sources;
        this.looks = looks;
        this.work = work;
        this.transactions = new OpenTransactions(looks.admin, looks.clock);
    }

    /** A runner for each source of the catalog. */
    public static HubRunner of(HubParts parts, CamelContext camel, Looks looks, Work work, BadFolders badFolders) {
        PullStart pulls = new PullStart(work.pulled, parts.kafka(), looks.admin, camel);
        SourceStart start = new SourceStart(parts, camel, work, pulls, StartOfCounting.by(looks.admin));
        List<SourceRunner> runners = parts.catalog().sources().stream()
                .map(source -> new SourceRunner(source.id(), new EventLogGuard(source.id(), looks.declared), start))
                .toList();
        return new HubRunner(runners, badFolders, start, looks, work);
    }

    /** The event log that a source is counted from now; null while it is not. */
    public @Nullable SourceLog log(SourceId source) {
        return logs().stream()
                .filter(log -> log.source().equals(source))
                .findFirst()
                .orElse(null);
    }

    /** The event logs that are counted now. */
    public List<SourceLog> logs() {
        return runners.stream()
                .map(SourceRunner::running)
                .filter(Objects::nonNull)
                .map(SourceRunner.Running::log)
                .toList();
    }

    /** How each source is doing. */
    public List<SourceState> states() {
        List<SourceState> all = new ArrayList<>(badFolders.states());
        runners.forEach(runner -> all.add(runner.state()));
        Set<SourceId> here = all.stream().map(SourceState::source).collect(Collectors.toSet());
        looks.declared.sources().stream()
                .filter(source -> !here.contains(source))
                .forEach(source -> all.add(new SourceState(source, Kind.NOT_HERE, null, 0)));
        return all;
    }

    /** Why pulled sources make no progress, by source; those that do are not in it. */
    public Map<String, String> pullFailures() {
        return sources.pullFailures();
    }

    /** Since when a transaction that its producer does not end has been holding partitions up that the hub reads. */
    public Map<TopicPartition, Instant> openTransactions() {
        return transactions.since();
    }

    @Override
    public void start() {
        badFolders.log();
        work.pulled()
                .notPulled()
                .forEach(source -> LOG.warn("The source {} is not pulled: set hub.pull.{}.url", source, source));
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("hub-runner").daemon(true).unstarted(task));
        watch = fresh;
        fresh.execute(FatalErrors.passedOn(() -> lookAgainAndAgain(fresh)));
    }

    private void lookAgainAndAgain(ScheduledExecutorService on) {
        Duration next = look();
        if (next != null && !on.isShutdown()) {
            on.schedule(FatalErrors.passedOn(() -> lookAgainAndAgain(on)), next.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** After how long to look again; null when that is of no use. */
    @Nullable
    Duration look() {
        Instant now = looks.clock.instant();
        runners.forEach(runner -> runner.heed(now));
        List<SourceRunner> due =
                runners.stream().filter(runner -> isDue(runner, now)).toList();
        if (due.isEmpty()) {
            return untilNext();
        }
        try {
            looks.declared.refresh();
            Map<String, LogSighting> seen = new LogSurvey(looks.admin).look(groups(due));
            looks.topicsRead.note(topicsWithPositions());
            due.forEach(runner -> runner.look(seen.get(runner.expected().events()), looks.clock.instant()));
            prepareFigures();
            lookForTransactions();
        } catch (Exception e) {
            FatalErrors.rethrow(e);
            if (work.ending().endsFor(e)) {
                return null;
            }
            due.forEach(runner -> runner.failed(e, looks.clock.instant()));
        }
        return untilNext();
    }

    private static boolean isDue(SourceRunner runner, Instant now) {
        Instant due = runner.due();
        return due != null && !due.isAfter(now);
    }

    private Duration untilNext() {
        Duration next = runners.stream()
                .map(SourceRunner::due)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(due -> Duration.between(looks.clock.instant(), due))
                .orElse(LONGEST_PAUSE);
        if (next.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private Map<String, String> groups(List<SourceRunner> of) {
        Map<String, String> groups = new HashMap<>();
        of.forEach(
                runner -> groups.put(runner.expected().events(), work.counting().applicationId(runner.expected())));
        return groups;
    }

    private void lookForTransactions() throws InterruptedException {
        try {
            transactions.look(topicsRead());
        } catch (ExecutionException e) {
            FatalErrors.rethrow(e);
            LOG.warn("Open transactions cannot be looked for: {}", String.valueOf(e.getCause()));
        }
    }

    private List<String> topicsRead() {
        return runners.stream()
                .flatMap(runner -> Stream.of(
                        runner.expected().events(),
                        runner.expected().contributions(),
                        runner.source().feedTopic()))
                .toList();
    }

    /** Those that are read on from where they were committed. */
    private List<String> topicsWithPositions() {
        return runners.stream()
                .map(SourceRunner::source)
                .flatMap(source -> Stream.of(source.parkedTopic(), source.feedTopic()))
                .toList();
    }

    // So that a report can be asked for before the first figure is published; while the database is away, counting goes
    // on.
    private void prepareFigures() {
        try {
            work.figures().prepare();
        } catch (FigureStore.Unavailable e) {
            FatalErrors.rethrow(e);
            LOG.warn("The figure store is not there yet: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService watching = watch;
        watch = null;
        if (watching != null) {
            watching.shutdownNow();
        }
        sources.stopRoutes();
        // Each may take a while.
        try (ExecutorService ends = Executors.newCachedThreadPool()) {
            runners.forEach(runner -> ends.execute(runner::close));
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
