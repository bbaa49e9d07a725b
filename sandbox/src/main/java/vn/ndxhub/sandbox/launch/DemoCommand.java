package vn.ndxhub.sandbox.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.ndxhub.sandbox.compare.Comparison;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.World;

/** Replays two months of the simulated national databases and compares every figure with the printed report. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Replays August and September 2023 and compares every figure with the printed report.")
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--once", description = "End after the comparison: 0 if all figures are equal, 1 if one is not.")
    private boolean once;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the table as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--seed",
            defaultValue = "" + Scenario.DEMONSTRATION_SEED,
            description = "Seed of the simulated databases (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = main.demoFolder();
        out.println("Starting broker, registry and PostgreSQL in " + folder + ", seed " + seed);
        out.flush();
        World world = DemoWorld.startEmpty(folder);
        boolean terminal = Boolean.getBoolean("hub.terminal");
        Verdict verdict = new DemoRun(world, new SimulatedFeeds(folder.resolve("ledger"), seed), out, terminal)
                .run(DemoCommand::judge);
        out.println(verdict.table());
        if (json != null) {
            Files.writeString(json, verdict.json());
        }
        if (!once) {
            out.println("The hub serves at " + verdict.url() + "/api/v1/report/2023-09 until Ctrl-C.");
            out.flush();
            new CountDownLatch(1).await();
        }
        out.flush();
        return verdict.allEqual() ? 0 : 1;
    }

    private static Verdict judge(String report, String url) {
        Comparison comparison = Comparison.of(report);
        return new Verdict(comparison.allEqual(), comparison.table(), comparison.json(), url);
    }
}
