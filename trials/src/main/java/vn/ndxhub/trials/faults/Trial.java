package vn.ndxhub.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.simulator.RegistryFront;
import vn.ndxhub.sandbox.simulator.Simulation;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.trials.oracle.Backlog;
import vn.ndxhub.trials.oracle.Judge;
import vn.ndxhub.trials.oracle.Oracle;

/** What a case works with: the stage, chance from the seed, the timeline, and the findings so far. */
public final class Trial {

    /** What a process that was killed or frozen had begun is ended by the broker after 10 s: what that brings must be right, too. */
    private static final Duration LATE = Duration.ofSeconds(12);

    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final int SLICES = 20;

    private final Stage stage;
    private final Footprint footprint;
    private final Random random;
    private final Timeline timeline;
    private final int points;
    private final Duration length;
    private final Findings findings;
    private final Strikes strikes = new Strikes();
    private @Nullable Duration recovery;
    private double sent;
    private boolean copiesMayChangePlaces;

    Trial(Stage stage, Chance chance, Timeline timeline, Footprint footprint) {
        this.stage = stage;
        this.footprint = footprint;
        this.random = new Random(chance.seed());
        this.points = chance.points();
        this.length = chance.length();
        this.timeline = timeline;
        this.findings = new Findings(timeline);
    }

    /**
     * What decides where faults fall.
     *
     * @param points at how many points a fault that strikes again and again does so
     * @param length how long a mix of faults lasts
     */
    public record Chance(long seed, int points, Duration length) {}

    /** What the ledger says. */
    public Answer truth() {
        try {
            return Ledger.answer(stage.ledger());
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be read", e);
        }
    }

    public World world() {
        return stage.world();
    }

    public Simulation simulation() {
        return stage.simulation();
    }

    public RegistryFront registry() {
        return stage.registry();
    }

    public List<HubProcess> hubs() {
        return stage.hubs();
    }

    public CompletableFuture<Void> startHubs() {
        return stage.startHubs();
    }

    public HubProcess anyHub() {
        return hubs().get(random.nextInt(hubs().size()));
    }

    public Random random() {
        return random;
    }

    public int points() {
        return points;
    }

    public Duration length() {
        return length;
    }

    public void note(String what) {
        timeline.note(what);
    }

    /** Sends on until this share of everything is out. */
    public void sendUpTo(double share) {
        simulation().sendUpTo(share);
        sent = share;
        note("sent up to %.0f %%".formatted(share * 100));
    }

    /** Sends on in the background until this share of everything is out, so that a fault falls amid the load. */
    public CompletableFuture<Void> sending(double share) {
        return sending(share, LOAD);
    }

    /** The same, evenly over this time or for as long as it takes. */
    public CompletableFuture<Void> sending(double share, Duration over) {
        double from = sent;
        sent = share;
        return aside(() -> {
            for (int slice = 1; slice <= SLICES; slice++) {
                simulation().sendUpTo(from + (share - from) * slice / SLICES);
                passes(over.dividedBy(SLICES));
            }
            simulation().sendUpTo(share);
            note("sent up to %.0f %%".formatted(share * 100));
        });
    }

    /** Does something beside the case, on a thread of its own. */
    public CompletableFuture<Void> aside(Runnable task) {
        return CompletableFuture.runAsync(task, Stage.THREADS);
    }

    /** Lets between nothing and this much time pass: it decides where a fault falls, never whether the trial passes. */
    public void passesUpTo(Duration most) {
        passes(Duration.ofMillis(random.nextLong(most.toMillis() + 1)));
    }

    public void passes(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    /** Says that the fault parks items, which are read again behind copies of theirs: the oracles know. */
    public void copiesMayChangePlaces() {
        copiesMayChangePlaces = true;
    }

    /** Waits until something is so; it is a finding of the oracle if it never is. */
    public void demand(Oracle oracle, String what, BooleanSupplier so) {
        findings.demand(oracle, what, so);
    }

    /** Judges something that must be so now. */
    public void require(Oracle oracle, String what, boolean so) {
        findings.require(oracle, what, so);
    }

    /**
     * Demands that a fault hits something, now or at another point of the same name: the case proves nothing if none does.
     *
     * @param hit asked once; a question that cannot be answered is no hit
     */
    public void struck(String what, BooleanSupplier hit) {
        boolean so = false;
        try {
            so = hit.getAsBoolean();
        } catch (RuntimeException e) {
            note("cannot tell whether " + what + ": " + e.getMessage());
        }
        strikes.add(what, so);
        if (!so) {
            note("this time it is not so that " + what);
        }
    }

    /** Waits until the hubs have work in hand while this is being sent, and demands that they have, then or at another point of the same name. */
    public void awaitWork(CompletableFuture<Void> sending, String what) {
        struck(what, () -> {
            while (!sending.isDone()) {
                if (isBusy()) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether the hubs have something to do at this moment. */
    public boolean isBusy() {
        return backlog().isAnyBehind();
    }

    /** Whether they have nothing to do, and no transaction hides what they have done. */
    public boolean isAtRest() {
        return backlog().underWay().isEmpty();
    }

    private Backlog backlog() {
        return new Backlog(world().bootstrapServers());
    }

    /** What a case does while somebody reads along. */
    public interface Watched {
        void run() throws Exception;
    }

    /** Runs a part of the case while a reader looks at every figure again and again. */
    public void watched(Watched part) throws Exception {
        new ReadAlong(stage, findings, timeline).during(part);
    }

    /** Whether a hub shows all that was counted so far. */
    public boolean isPublished() {
        return judge().isPublished(runningHub().url());
    }

    private Judge judge() {
        return new Judge(world(), stage.ledger(), copiesMayChangePlaces);
    }

    /**
     * Waits until all that was sent is counted as the ledger says and nothing is under way any more, lets come what may still come, and
     * has every oracle of the ledger judge.
     */
    public void settle() throws Exception {
        long began = System.nanoTime();
        Judge judge = judge();
        judge.awaitEquality(() -> runningHub().url(), Findings.PATIENCE);
        findings.demandNothingAgainst(
                Oracle.O9_BOUNDED,
                "no group of the hub is behind, and no transaction open",
                () -> backlog().underWay());
        recovery = Duration.ofNanos(System.nanoTime() - began);
        note("equal and quiet %.1f s after the last disturbance".formatted(recovery.toMillis() / 1_000.0));
        findings.demandNothingAgainst(
                Oracle.O9_BOUNDED,
                "every hub says so itself: ready, nothing before it, nobody missed, no alarm",
                () -> Health.unrest(hubs()));
        stage.sinceHarm().map(LATE::minus).filter(Duration::isPositive).ifPresent(this::passes);
        judge.judged(runningHub().url()).forEach((oracle, found) -> {
            findings.asked(oracle).addAll(found);
            found.stream().limit(5).forEach(each -> note(oracle.id() + " " + each));
        });
        footprint.judge(identities(), findings);
        note("judged");
    }

    /** At most: every item that is sent may have one. */
    private long identities() {
        return truth().outcomes().values().stream()
                .mapToLong(outcomes -> outcomes.getOrDefault("SENT", 0L))
                .sum();
    }

    /** How long it took from the last disturbance until all was equal and quiet; null if that was not waited for. */
    @Nullable
    Duration recovery() {
        return recovery;
    }

    /** What was to hit something, and how often it has. */
    Strikes strikes() {
        return strikes;
    }

    /** By oracle what it found, nothing where all is right; an oracle that was not asked is not in it. */
    public Map<Oracle, List<String>> findings() {
        return findings.byOracle();
    }

    private HubProcess runningHub() {
        return hubs().stream()
                .filter(HubProcess::isRunning)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No hub runs any more"));
    }
}
