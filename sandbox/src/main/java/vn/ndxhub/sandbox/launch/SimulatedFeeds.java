package vn.ndxhub.sandbox.launch;

import java.nio.file.Path;
import java.util.Map;
import vn.ndxhub.sandbox.compare.Comparison;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.simulator.Simulation;
import vn.ndxhub.sandbox.simulator.SimulationOptions;
import vn.ndxhub.sandbox.world.World;

/** The seven simulated national databases, whose figures are those of the printed report. */
record SimulatedFeeds(Path ledger) implements DemoFeeds {

    @Override
    public Prepared prepare(World world) {
        return new Running(Simulation.prepare(new SimulationOptions(
                world.bootstrapServers(), world.registryUrl(), ledger, SimulationOptions.DEFAULT_SEED, Scale.FULL)));
    }

    static Verdict judge(String report) {
        Comparison comparison = Comparison.of(report);
        return new Verdict(comparison.allEqual(), comparison.table(), comparison.json());
    }

    private record Running(Simulation simulation) implements Prepared {

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
    }
}
