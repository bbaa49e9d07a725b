package vn.ndxhub.sandbox.launch;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/** Starts the world and a hub in it, and leaves them running. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts broker, registry, PostgreSQL and the hub, and leaves them running.")
final class UpCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--hubs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many hubs share the work; 0 starts the world alone (default: ${DEFAULT-VALUE}).")
    private int hubs;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting broker, registry and PostgreSQL in " + main.folder());
        out.flush();
        World world = World.start(main.folder());
        world.applyTopics().forEach(change -> out.println("  topic " + change));
        world.registerSchemas();
        out.println("  broker    " + world.bootstrapServers());
        out.println("  registry  " + world.registryUrl());
        out.println("  database  " + world.databaseUrl() + " user " + world.databaseUser());
        IntStream.rangeClosed(1, hubs).forEach(number -> {
            out.println("Starting hub-" + number);
            out.flush();
            HubProcess hub = world.hub(HubOptions.named("hub-" + number));
            hub.start();
            out.println("  " + hub.name() + "     " + hub.url());
        });
        out.println("Running. `./hub status` shows it, `./hub down` stops it.");
        out.flush();
        return 0;
    }
}
