package vn.ndxhub.app.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.log.ControlLog;
import vn.ndxhub.routes.log.ControlReadTopics;
import vn.ndxhub.routes.log.EventLogGuard;
import vn.ndxhub.routes.log.OpenTransactions;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

/**
 * Brings the hub to work and keeps watch: nothing is read before the event log has been found to be the declared one,
 * and everything stops when it no longer is. Waits for a broker or a registry that is away, but not for a setting that is wrong.
 */
public final class HubRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HubRunner.class);
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final HubParts parts;
    private final Admin admin;
    private final CamelContext camel;
    private final ControlReadTopics topicsRead;
    private final Work work;
    private final OpenTransactions transactions;
    private final HubStart start;
    private @Nullable ScheduledExecutorService watch;
    private volatile @Nullable Running running;
    private volatile @Nullable String alarm;
    private volatile @Nullable String waitingFor = "its first look at the event log";

    /** What is done with what is counted, what is pulled, and what happens when none of it can begin. */
    public record Work(FigureStore figures, PulledSources pulled, CountingEngine.Settings counting, Ending ending) {}

    /** The hub at work on one event log. */
    public record Running(EventLog log, CountingEngine engine) {}

    public HubRunner(HubParts parts, Admin admin, CamelContext camel, ControlReadTopics topicsRead, Work work) {
        this.parts = parts;
        this.admin = admin;
        this.camel = camel;
        this.topicsRead = topicsRead;
        this.work = work;
        this.start = new HubStart(parts, admin, camel, work);
        this.transactions = new OpenTransactions(admin, Clock.systemUTC());
    }

    /** Null until the event log has been checked. */
    public @Nullable Running running() {
        return running;
    }

    /** Why the hub has stopped for good and needs an operator; null while it has not. */
    public @Nullable String alarm() {
        return alarm;
    }

    /** Why pulled sources do not get on, by source; those that do are not in it. */
    public Map<String, String> pullFailures() {
        return start.pullFailures();
    }

    /** Since when a transaction that its producer does not end has been holding partitions up that the hub reads. */
    public Map<TopicPartition, Instant> openTransactions() {
        return transactions.since();
    }

    /** What it waits for before it can work; null once it works. */
    public @Nullable String waitingFor() {
        return waitingFor;
    }

    @Override
    public void start() {
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
        try {
            EventLog log = new EventLogGuard(
                            admin,
                            new ControlLog(parts.kafka(), parts.registry()),
                            work.counting().applicationId())
                    .check();
            topicsRead.note(topicsWithPositions());
            if (running == null) {
                running = start.begin(log);
            }
            waitingFor = null;
            prepareFigures();
            lookForTransactions();
            return WATCH;
        } catch (LogBroken e) {
            alarm = e.getMessage();
            LOG.atError()
                    .addKeyValue(LogKeys.TOPIC, Contracts.EVENTS)
                    .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
                    .log("The hub stops counting: {}", e.getMessage());
            halt();
            return null;
        } catch (Exception e) {
            FatalErrors.rethrow(e);
            return afterFailure(e);
        }
    }

    private @Nullable Duration afterFailure(Exception e) {
        if (running != null) {
            LOG.warn("The event log cannot be looked at: {}", e.toString());
            return WATCH;
        }
        if (work.ending().endsFor(e)) {
            return null;
        }
        waitingFor = (isAway(e) ? "broker or registry (" : "a start that does not fail (")
                + e.getClass().getSimpleName() + ")";
        LOG.warn("The hub cannot begin and tries again: {}", e.toString());
        return RETRY;
    }

    private static boolean isAway(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException || cause instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
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
        return Stream.concat(Stream.of(Contracts.EVENTS, Contracts.CONTRIBUTIONS), feeds())
                .toList();
    }

    /** Those that are read on from where they were committed. */
    private List<String> topicsWithPositions() {
        return Stream.concat(Stream.of(Contracts.PARKED), feeds()).toList();
    }

    private Stream<String> feeds() {
        return parts.catalog().sources().stream().map(source -> source.id().feedTopic());
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

    private void halt() {
        Running now = running;
        try {
            camel.getRouteController().stopAllRoutes();
        } catch (Exception e) {
            LOG.error("The routes do not stop: {}", e.toString());
        }
        if (now != null) {
            now.engine().close();
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService watching = watch;
        watch = null;
        if (watching != null) {
            watching.shutdownNow();
        }
        halt();
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
