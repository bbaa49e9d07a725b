package vn.ndxhub.sandbox.launch;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.ndxhub.sandbox.world.World;

/** Stops exactly the processes that {@code up} or {@code demo} have started; data stays. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops what up or demo has started, and nothing else. Data stays.")
final class DownCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (Path folder : List.of(main.folder(), main.demoFolder())) {
            if (Files.isDirectory(folder.resolve("run"))) {
                stop(folder);
            }
        }
        return 0;
    }

    private void stop(Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        World world = World.at(folder);
        List<String> running = world.parts().stream()
                .filter(World.Part::running)
                .map(World.Part::name)
                .toList();
        world.stopAll();
        out.println(folder + ": " + (running.isEmpty() ? "nothing ran" : "stopped " + String.join(", ", running)));
        out.flush();
    }
}
