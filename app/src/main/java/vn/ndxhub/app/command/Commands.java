package vn.ndxhub.app.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code report}, {@code seal}, {@code recount} and {@code feed}: each asks the running hub and prints its answer. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        subcommands = {ReportCommand.class, SealCommand.class, RecountCommand.class, FeedCommand.class})
public final class Commands {

    private static final Set<String> NAMES = Set.of("report", "seal", "recount", "feed");

    /** The words that make the first argument a command. */
    public static Set<String> names() {
        return NAMES;
    }

    /** Exit code: 0 done, 1 refused or different, 2 wrong call. */
    public static int run(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("hub: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}
