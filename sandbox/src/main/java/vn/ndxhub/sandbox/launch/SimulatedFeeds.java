package vn.ndxhub.sandbox.launch;

import java.nio.file.Path;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.simulator.Simulation;
import vn.ndxhub.sandbox.simulator.SimulationOptions;
import vn.ndxhub.sandbox.world.World;

/** The simulated national databases, with their ledger in the world's folder. */
final class SimulatedFeeds implements DemoFeeds {

    private final Path ledger;
    private final long seed;

    SimulatedFeeds(Path ledger, long seed) {
        this.ledger = ledger;
        this.seed = seed;
    }

    @Override
    public Prepared prepare(World world) {
        Simulation simulation = Simulation.prepare(
                new SimulationOptions(world.bootstrapServers(), world.registryUrl(), ledger),
                Scenario.of(seed, Scale.FULL).plan());
        return new Prepared() {
            @Override
            public String pagesUrl() {
                return simulation.pagesUrl();
            }

            @Override
            public Map<String, Long> send() {
                return simulation.run();
            }

            @Override
            public void close() {
                simulation.close();
            }
        };
    }
}
