package vn.ndxhub.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seals a month of a source, restates it, or says what that would close; without a month it lists the seals. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = "Seals a month of a source; sealed again, it is restated under the next number.")
@SuppressWarnings("NullAway.Init")
final class SealCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "e.g. civil-registry")
    private String source;

    @Parameters(
            index = "1",
            paramLabel = "MONTH",
            arity = "0..1",
            description = "e.g. 2023-08; left out: list the seals")
    private @Nullable YearMonth month;

    @Option(names = "--dry-run", description = "Only say what the seal would close.")
    private boolean dryRun;

    @Option(
            names = "--silent",
            description = "The source had nothing to report of this month or any before it; else that is refused.")
    private boolean silent;

    @Override
    public Integer call() throws Exception {
        if (month == null) {
            list(read(RunningHub.find().get("/api/v1/seals/" + source)));
        } else if (dryRun) {
            plan(read(post("?dry-run=true&silent=" + silent)), month);
        } else {
            JsonNode answer = read(post("?silent=" + silent));
            out().printf(
                            "Seal %d of %s, %s, is written; it is in force when every partition has taken it.%n",
                            answer.path("number").asInt(), source, kind(answer, month));
        }
        return 0;
    }

    private void list(JsonNode answer) {
        answer.path("seals")
                .forEach(seal -> out().printf(
                                "%d  %s  %s  %s%n",
                                seal.path("number").asInt(),
                                kind(seal, YearMonth.parse(seal.path("month").asString())),
                                seal.path("requestedAt").asString(),
                                seal.path("requestedBy").asString()));
        answer.path("voids")
                .forEach(order -> out().printf(
                                "void  %s  %s%n",
                                order.path("month").asString(),
                                order.path("reason").asString()));
        if (answer.path("seals").isEmpty()) {
            out().printf("%s has no seals.%n", source);
        }
    }

    private void plan(JsonNode plan, YearMonth of) {
        out().printf(
                        "Nothing has been sealed. This would be seal %d of %s, %s.%n",
                        plan.path("number").asInt(), source, kind(plan, of));
        out().printf(
                        "It would close %d monthly counters of %d indicators.%n",
                        plan.path("closes").path("counters").asLong(),
                        plan.path("closes").path("indicators").asInt());
        JsonNode behind = plan.path("behind");
        out().printf(
                        "Behind: %d records of the feed, %d of the event log; parked: %d items.%n",
                        behind.path("feed").asLong(),
                        behind.path("log").asLong(),
                        behind.path("parked").asLong());
        plan.path("warnings").forEach(warning -> out().printf("- %s.%n", warning.asString()));
    }

    private static String kind(JsonNode seal, YearMonth of) {
        int restatement = seal.path("restatement").asInt();
        return restatement == 0 ? "the first of " + of : "restatement " + restatement + " of " + of;
    }

    private String post(String options) throws IOException, InterruptedException {
        return RunningHub.find().post("/api/v1/seals/" + source + "/" + month + options);
    }

    private static JsonNode read(String answer) {
        return new JsonMapper().readTree(answer);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
