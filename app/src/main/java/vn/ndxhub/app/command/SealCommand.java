package vn.ndxhub.app.command;

import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seals a month of a source, or restates it. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = "Seals a month of a source; sealed again, it is restated under the next number.")
@SuppressWarnings("NullAway.Init")
final class SealCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "e.g. civil-registry")
    private String source;

    @Parameters(paramLabel = "MONTH", description = "e.g. 2023-08")
    private YearMonth month;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = new JsonMapper().readTree(RunningHub.find().post("/api/v1/seals/" + source + "/" + month));
        spec.commandLine()
                .getOut()
                .printf(
                        "Seal %d of %s for %s is written; it is in force when every partition has taken it.%n",
                        answer.path("number").asInt(), source, month);
        return 0;
    }
}
