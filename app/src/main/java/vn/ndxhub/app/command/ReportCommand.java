package vn.ndxhub.app.command;

import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the monthly report. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Prints the report of a month.")
@SuppressWarnings("NullAway.Init")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MONTH", description = "e.g. 2023-09")
    private YearMonth month;

    @Option(names = "--as-printed", description = "the windows of the printed report instead of calendar months")
    private boolean asPrinted;

    @Option(names = "--format", defaultValue = "table", description = "table, json or csv; table if not given")
    private Format format;

    /** As the hub names them. */
    private enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Override
    public Integer call() throws Exception {
        String windows = asPrinted ? "as-printed" : "calendar";
        spec.commandLine()
                .getOut()
                .println(RunningHub.find()
                        .get("/api/v1/report/" + month + "?windows=" + windows + "&format=" + format)
                        .stripTrailing());
        return 0;
    }
}
