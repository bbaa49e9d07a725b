package vn.ndxhub.trials.faults;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.simulator.RegistryFront;
import vn.ndxhub.sandbox.simulator.Simulation;
import vn.ndxhub.sandbox.simulator.SimulationOptions;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.Server;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;

/** Broker, registry, database, simulated databases and the hubs, each a process of its own but for the simulated ones. */
record Stage(Path folder, World world, RegistryFront registry, Simulation simulation, List<HubProcess> hubs)
        implements AutoCloseable {

    /** A thread a task: whoever starts a process waits for it, and a pool of as many threads as cores would make others wait, too. */
    static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("aside").start(task);

    private static final int PAGE = 25;

    /** Everything runs when this returns, the hubs only if the case wants it. */
    static Stage set(Path folder, FaultCase fault, long seed) {
        World world = World.start(var(folder), fault.brokers());
        try {
            world.applyTopics();
            world.registerSchemas();
            try (HttpSchemaRegistry others =
                    new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
                fault.register(others);
            }
            RegistryFront registry = new RegistryFront(world.registryUrl());
            Simulation simulation = Simulation.prepare(
                    new SimulationOptions(
                            world.bootstrapServers(),
                            world.registryUrl(),
                            folder.resolve("ledger"),
                            PAGE,
                            fault.killsBrokers()),
                    fault.plan(seed));
            List<HubProcess> hubs = new ArrayList<>();
            for (int i = 1; i <= fault.hubs(); i++) {
                hubs.add(world.hub(fault.options(options("hub-" + i, simulation, registry))));
            }
            Stage stage = new Stage(folder, world, registry, simulation, hubs);
            if (fault.startsHubs()) {
                stage.startHubs().join();
            }
            return stage;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** For a program that is interrupted: ends whatever runs of a stage in this folder. */
    static void abandon(Path folder) {
        World.abandon(var(folder));
    }

    private static Path var(Path folder) {
        return folder.resolve("var");
    }

    Path ledger() {
        return folder.resolve("ledger");
    }

    /** Complete when all of them are ready. */
    CompletableFuture<Void> startHubs() {
        return CompletableFuture.allOf(hubs.stream()
                .map(hub -> CompletableFuture.runAsync(hub::start, THREADS))
                .toArray(CompletableFuture[]::new));
    }

    /** How long ago a process was killed, frozen or let go on; empty if none was. */
    Optional<Duration> sinceHarm() {
        return Stream.<List<? extends Server>>of(hubs, world.brokers(), List.of(world.registry(), world.postgres()))
                .flatMap(List::stream)
                .map(Server::sinceHarm)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static HubOptions options(String name, Simulation simulation, RegistryFront registry) {
        return HubOptions.named(name)
                .with("HUB_REGISTRY_URL", registry.url())
                // They start in half the time: what matters here is what they do when they are killed.
                .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
                .with("HUB_PARKING_RETRY_AFTER", "2s")
                .pulling(simulation.pagesUrl());
    }

    @Override
    public void close() {
        hubs.forEach(HubProcess::kill);
        simulation.close();
        world.close();
        registry.close();
    }
}
