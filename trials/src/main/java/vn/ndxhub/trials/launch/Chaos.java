package vn.ndxhub.trials.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.ndxhub.trials.cases.Faults;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.FaultRun;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.faults.Verdict;

/** Runs faults of the list against real processes and prints what each oracle found. */
@Command(
        name = "hub chaos",
        mixinStandardHelpOptions = true,
        description =
                "Lets things go wrong around two hubs and has oracles judge every figure. Without options: lists the faults.",
        footer =
                "Ends with 0 if every oracle is content, with 1 if one is not, a case breaks off or its fault hits nothing. What cannot"
                        + " be tried on this machine is neither.")
public final class Chaos implements Callable<Integer> {

    private static final int POINTS = 5;
    private static final int FULL = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--fault", split = ",", paramLabel = "ID", description = "Faults by id, e.g. F1,F8.")
    private @Nullable List<String> ids;

    @Option(names = "--all", description = "All faults of the list.")
    private boolean all;

    @Option(
            names = "--seed",
            split = ",",
            paramLabel = "N",
            defaultValue = "42",
            description = "Decides load and points; of several each is tried (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Strike at so many points (default: " + POINTS + ", with --full " + FULL + ").")
    private @Nullable Integer points;

    @Option(names = "--full", description = "Strike at " + FULL + " points instead of " + POINTS + ".")
    private boolean full;

    @Option(
            names = "--minutes",
            defaultValue = "5",
            description = "How long the mix of faults (F32) lasts (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Add a row for each fault to this record, e.g. docs/correctness.md; a fault that stands there"
                    + " already, all right, with this seed, points, minutes and commit, is passed over. What is not committed is refused,"
                    + " documents apart.")
    private @Nullable Path chronicle;

    @Option(
            names = "--var",
            paramLabel = "DIR",
            defaultValue = "var/chaos",
            description = "For data and logs; what went wrong is kept there (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("var/chaos");

    private Chaos() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Chaos()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<FaultCase> chosen = chosen();
        if (chosen.isEmpty()) {
            Faults.all().forEach(fault -> out.printf("%-4s %s%n", fault.id(), fault.what()));
            Faults.notYet().forEach((id, why) -> out.printf("%-4s not yet: %s%n", id, why));
            return 0;
        }
        List<Verdict> verdicts = tried(chosen, record(), out);
        out.println();
        out.println(VerdictTable.of(verdicts));
        out.flush();
        return verdicts.stream().noneMatch(Verdict::isRed) ? 0 : 1;
    }

    private List<Verdict> tried(List<FaultCase> chosen, @Nullable Chronicle record, PrintWriter out)
            throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (long seed : seeds) {
            Trial.Chance chance = new Trial.Chance(seed, points(), Duration.ofMinutes(minutes));
            for (FaultCase fault : chosen) {
                if (record != null && record.knows(fault, chance)) {
                    out.printf("%s stands in %s already%n", fault.id(), chronicle);
                    continue;
                }
                Verdict verdict = new FaultRun(fault, chance, out).run(folderOf(fault, seed));
                verdicts.add(verdict);
                if (record != null) {
                    record.add(fault, verdict);
                }
            }
        }
        return verdicts;
    }

    private @Nullable Chronicle record() throws IOException {
        try {
            return chronicle == null ? null : Chronicle.ofThisCommit(chronicle);
        } catch (IllegalStateException changed) {
            throw new ParameterException(spec.commandLine(), String.valueOf(changed.getMessage()), changed);
        }
    }

    private int points() {
        int wanted = points == null ? full ? FULL : POINTS : points;
        if (wanted < 1) {
            throw new ParameterException(spec.commandLine(), "--points must be at least 1");
        }
        return wanted;
    }

    private Path folderOf(FaultCase fault, long seed) {
        return folder.toAbsolutePath()
                .resolve(fault.id() + "-" + seed + "-" + ProcessHandle.current().pid());
    }

    private List<FaultCase> chosen() {
        if (all) {
            return Faults.all();
        }
        return ids == null ? List.of() : ids.stream().map(this::byId).toList();
    }

    private FaultCase byId(String id) {
        return Faults.all().stream()
                .filter(fault -> fault.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no fault " + id + "; ./hub chaos lists them"));
    }
}
