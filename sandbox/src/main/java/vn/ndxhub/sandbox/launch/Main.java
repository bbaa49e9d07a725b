package vn.ndxhub.sandbox.launch;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of the sandbox; {@code ./hub} calls it. */
@Command(
        name = "hub",
        description = "Runs the hub and all that it needs on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, UpCommand.class, DownCommand.class, StatusCommand.class, TopicsCommand.class})
public final class Main {

    /** It could not be done; why stands on the error output. */
    static final int FAILED = 2;

    @Option(
            names = "--var",
            paramLabel = "DIR",
            defaultValue = "var",
            scope = ScopeType.INHERIT,
            description = "Where data, logs and process ids are kept (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("var");

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    return FAILED;
                })
                .execute(args);
    }

    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    /** The demo has a world of its own, so that it never touches what {@code up} keeps. */
    Path demoFolder() {
        return folder().resolve("demo");
    }
}
