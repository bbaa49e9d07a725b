package vn.ndxhub.sandbox.launch;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/** Shows what runs and what the hub has counted; 0 if everything that was started runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what runs, where, and what the hub has counted.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_RUNS = 1;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean any = false;
        boolean all = true;
        for (Path folder : List.of(main.folder(), main.demoFolder())) {
            if (Files.isDirectory(folder.resolve("run"))) {
                List<World.Part> parts = World.at(folder).parts();
                any |= parts.stream().anyMatch(World.Part::running);
                all &= parts.stream().allMatch(World.Part::running)
                        || parts.stream().noneMatch(World.Part::running);
                show(folder, parts);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (!any) {
            out.println("Nothing runs. `./hub up` or `./hub demo` starts it.");
        }
        out.flush();
        return any && all ? 0 : NOT_ALL_RUNS;
    }

    private void show(Path folder, List<World.Part> parts) {
        PrintWriter out = spec.commandLine().getOut();
        if (parts.isEmpty()) {
            return;
        }
        out.println(folder);
        World world = World.at(folder);
        for (World.Part part : parts) {
            String ports = part.ports().isEmpty()
                    ? ""
                    : " on 127.0.0.1:" + part.ports().getFirst();
            out.println("  %-10s %s".formatted(part.name(), part.running() ? "runs" + ports : "stopped"));
            if (part.running() && part.name().startsWith("hub-")) {
                out.println(served(world.hub(HubOptions.named(part.name()))));
            }
        }
    }

    private static String served(HubProcess hub) {
        try {
            HubApi api = new HubApi(hub.url());
            String indent = System.lineSeparator() + "             ";
            return "             " + hub.url() + "  " + api.status().line()
                    + api.notRunning().stream().map(indent::concat).collect(Collectors.joining());
        } catch (IllegalStateException notServing) {
            return "             " + notServing.getMessage();
        }
    }
}
