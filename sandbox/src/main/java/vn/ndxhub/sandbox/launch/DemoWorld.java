package vn.ndxhub.sandbox.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.World;

/** The world of a demonstration: empty at the start, and gone when this JVM ends, however it ends. */
final class DemoWorld {

    private static final String DEMO = "demo";

    private DemoWorld() {}

    /** @throws IllegalStateException if another demonstration is running there */
    static World startEmpty(Path folder) {
        clear(folder);
        World world = World.at(folder);
        world.join(DEMO);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(world), "stop-demo"));
        return World.start(folder);
    }

    private static void end(World world) {
        world.close();
        world.leave(DEMO);
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        World old = World.at(folder);
        if (old.parts().stream().anyMatch(part -> part.name().equals(DEMO) && part.running())) {
            throw new IllegalStateException("A demo runs already in " + folder + "; `./hub down` stops it");
        }
        // What a demo that was killed has left behind.
        old.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }
}
