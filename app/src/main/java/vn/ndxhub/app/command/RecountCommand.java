package vn.ndxhub.app.command;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts the event log again and compares. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description = "Counts the event log again from its first record and compares a month with what is published.")
@SuppressWarnings("NullAway.Init")
final class RecountCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MONTH", description = "e.g. 2023-09")
    private YearMonth month;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = new JsonMapper().readTree(RunningHub.find().post("/api/v1/recounts/" + month));
        PrintWriter out = spec.commandLine().getOut();
        long different = answer.path("different").asLong();
        out.printf(
                "%s: %d cells counted again, %d differ%n",
                month, answer.path("cells").asLong(), different);
        answer.path("examples").forEach(example -> out.println("  " + example.asString()));
        return different == 0 ? 0 : 1;
    }
}
