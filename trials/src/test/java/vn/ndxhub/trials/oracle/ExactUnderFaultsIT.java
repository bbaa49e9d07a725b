package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.simulator.PageServer;
import vn.ndxhub.sandbox.simulator.Simulation;
import vn.ndxhub.sandbox.simulator.SimulationOptions;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/**
 * Two hubs, a real broker, registry and database; a load with every impurity; hubs killed at seeded points, the database
 * and the registry away for a while, pages broken. Whatever the timing: in the end every cell is the ledger's.
 */
class ExactUnderFaultsIT {

    private static final long SEED = Long.getLong("trials.seed", 42L);
    private static final int KILLS = Integer.getInteger("trials.kills", 5);
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    private Path folder;

    private World world;
    private Simulation simulation;
    private HubProcess one;
    private HubProcess two;

    @BeforeEach
    void start() {
        System.out.println("trials.seed=" + SEED + " trials.kills=" + KILLS);
        world = World.start(folder.resolve("var"));
        world.applyTopics();
        world.registerSchemas();
        simulation = Simulation.prepare(new SimulationOptions(
                world.bootstrapServers(), world.registryUrl(), folder.resolve("ledger"), SEED, new Scale(0.1)));
        one = world.hub(options("hub-1"));
        two = world.hub(options("hub-2"));
        one.start();
        two.start();
    }

    @AfterEach
    void stop() {
        simulation.close();
        world.close();
    }

    @Test
    void countsEveryEventOnceWhateverIsKilled() throws Exception {
        Random random = new Random(SEED);
        PageServer.Fault pages = simulation.pages().broken("/cbccvc/thay-doi");
        CompletableFuture<Map<String, Long>> sending = CompletableFuture.supplyAsync(simulation::run);

        for (int kill = 0; kill < KILLS; kill++) {
            passes(Duration.ofMillis(200 + random.nextInt(1_500)));
            HubProcess victim = random.nextBoolean() ? one : two;
            victim.kill();
            disturb(kill);
            victim.start();
        }
        pages.close();
        sending.join();

        Answer truth = Ledger.answer(folder.resolve("ledger"));
        Observed observed = new Observed(one.url(), world.operatorToken());
        Awaitility.await("everything sent is published")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Judgement.conserved(truth, observed.intake()))
                        .isEmpty());
        Awaitility.await("cells follow")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(Judgement.cells(truth, observed.cells())).isEmpty());
        assertThat(observed.recount(YearMonth.of(2023, 9)))
                .as("O5: recount from offset 0")
                .isZero();
        assertThat(Rejects.byReason(world.bootstrapServers()))
                .as("O8: refusals")
                .isEqualTo(refusals());
    }

    private void disturb(int kill) throws IOException {
        switch (kill) {
            case 1 -> {
                world.postgres().kill();
                passes(Duration.ofSeconds(2));
                world.postgres().start();
            }
            case 2 -> {
                world.registry().kill();
                passes(Duration.ofSeconds(2));
                world.registry().start();
            }
            default -> passes(Duration.ofMillis(100));
        }
    }

    /** What the ledger says must stand in the rejects, by source and reason. */
    private Map<String, Long> refusals() throws IOException {
        Map<String, Long> refusals = new TreeMap<>();
        Ledger.refusals(folder.resolve("ledger")).forEach((what, count) -> refusals.merge(what, count, Long::sum));
        return refusals;
    }

    private HubOptions options(String name) {
        HubOptions options =
                HubOptions.named(name).with("HUB_PULL_TIMESTAMPS", "page").with("HUB_PARKING_RETRY_AFTER", "2s");
        for (Source source : List.copyOf(SourceCatalog.load().sources())) {
            if (source.isPulled()) {
                options = options.pulling(source.id(), simulation.pagesUrl());
            }
        }
        return options;
    }

    /** Lets time pass: how much decides where a fault falls, never whether the test passes. */
    private static void passes(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
