package vn.ndxhub.app.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ends the alarm of a feed that was created again or has lost records; says first what that does. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description =
                "Says what it does to read a feed on that was created again or has lost records; does it with --confirm.")
@SuppressWarnings("NullAway.Init")
final class FeedAcceptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "e.g. civil-registry")
    private String source;

    @Option(names = "--confirm", description = "Do it; without it nothing is changed.")
    private boolean confirmed;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = new JsonMapper()
                .readTree(RunningHub.find().post("/api/v1/feeds/" + source + "/acceptance?dry-run=" + !confirmed));
        PrintWriter out = spec.commandLine().getOut();
        answer.path("words").forEach(words -> out.println(words.asString()));
        out.println(
                confirmed
                        ? "Accepted: its readers go on within ten seconds."
                        : "Nothing has been changed. With --confirm it is done.");
        return 0;
    }
}
