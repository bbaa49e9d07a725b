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
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.World;

/** Replays the simulated national databases through the hub and compares its report with the printed one. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Replays the simulated national databases in a world of its own and compares every figure.")
final class DemoCommand implements Callable<Integer> {

    private static final int NOT_EQUAL = 1;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--once", description = "End after the comparison: 0 if all figures are equal, 1 if one is not.")
    private boolean once;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the comparison to a file.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting broker, registry and PostgreSQL in " + main.demoFolder());
        out.flush();
        World world = DemoWorld.startEmpty(main.demoFolder());
        // The pages stay up as long as the hub does: it asks for them again and again.
        try (DemoFeeds.Prepared feeds = new SimulatedFeeds(main.demoFolder().resolve("ledger")).prepare(world)) {
            Verdict verdict = new DemoRun(world, feeds, out, Boolean.getBoolean(ProgressLine.TERMINAL))
                    .run(SimulatedFeeds::judge);
            report(verdict, out);
            if (!once) {
                serve(world, out);
            }
            return verdict.allEqual() ? 0 : NOT_EQUAL;
        }
    }

    private void report(Verdict verdict, PrintWriter out) throws IOException {
        out.println();
        out.println(verdict.table());
        out.flush();
        if (json != null) {
            Files.writeString(json, verdict.json());
        }
    }

    private static void serve(World world, PrintWriter out) throws InterruptedException {
        out.println("The hub serves at " + world.hub(HubOptions.named("hub-1")).url()
                + " until Ctrl-C; try ./hub report " + DemoRun.MONTH + " --as-printed in another terminal.");
        out.flush();
        new CountDownLatch(1).await();
    }
}
