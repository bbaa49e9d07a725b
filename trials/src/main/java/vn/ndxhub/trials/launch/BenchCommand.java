package vn.ndxhub.trials.launch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ndxhub.trials.bench.Bench;
import vn.ndxhub.trials.bench.Delay;
import vn.ndxhub.trials.bench.Loop;
import vn.ndxhub.trials.bench.Outcome;
import vn.ndxhub.trials.bench.Result;
import vn.ndxhub.trials.bench.ResultFile;
import vn.ndxhub.trials.bench.ResultTable;

/** Measures the hub beside its peers. */
@Command(
        name = "hub bench",
        mixinStandardHelpOptions = true,
        description = "Measures the hub beside what one would take instead, all on the same events in the same run.",
        footer = "Ends with 1 if any count or digest is wrong; never because of a time.")
public final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--events", defaultValue = "1000000", description = "Distinct events (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--limit",
            defaultValue = "PT20S",
            description = "Longest time of one run, e.g. PT20S (default: ${DEFAULT-VALUE}).")
    private Duration limit = Duration.ofSeconds(20);

    @Option(
            names = "--contenders",
            paramLabel = "REGEX",
            defaultValue = ".",
            description = "Only those whose name matches, e.g. 'hub|copy' (default: all).")
    private Pattern contenders = Pattern.compile(".");

    @Option(
            names = "--latency",
            description = "Then measure how long events take at half the hub's rate, at several commit intervals.")
    private boolean latency;

    @Option(
            names = "--full",
            description = "Then measure the hub alone from a million events to twenty-one million, and its inner loops"
                    + " with JMH (a quarter of an hour).")
    private boolean full;

    @Option(names = "--brokers", defaultValue = "1", description = "1 or 3 (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the results, with what they were measured on.")
    private @Nullable Path json;

    @Option(names = "--compare", paramLabel = "FILE", description = "Set the results beside those of an earlier run.")
    private @Nullable Path earlier;

    @Option(names = "--var", paramLabel = "DIR", defaultValue = "var/bench", description = "For data and logs.")
    private Path folder = Path.of("var/bench");

    private BenchCommand() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Bench.Size size = new Bench.Size(events, rounds, limit, contenders);
        Path own = folder.toAbsolutePath()
                .resolve(Long.toString(ProcessHandle.current().pid()));
        Bench.Report report = new Bench(own, out).run(size, new Bench.Extent(brokers, latency, full));
        ResultFile file = ResultFile.of(size, report);
        List<Result> scales = report.scales().stream().map(Bench.Scaled::result).toList();
        out.println();
        out.println(ResultTable.of(report.results()));
        if (latency) {
            out.println(Delay.table(report.delays()));
        }
        if (full) {
            out.println(ResultTable.of(scales));
            report.scales().stream()
                    .map(Bench.Scaled::growth)
                    .filter(growth -> !growth.steps().isEmpty())
                    .forEach(growth -> out.println(growth.table()));
            out.println(Loop.table(report.loops()));
        }
        if (earlier != null) {
            out.println(ResultTable.compared(ResultFile.read(earlier), file));
        }
        if (json != null) {
            file.write(json);
        }
        out.flush();
        return Stream.concat(report.results().stream(), scales.stream())
                        .anyMatch(result -> result.check() == Outcome.Check.WRONG)
                ? 1
                : 0;
    }
}
