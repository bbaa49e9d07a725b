package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program to its end. */
final class Shell {

    private Shell() {}

    /** @throws IllegalStateException with all that the program said, if it fails */
    static void run(List<String> command) {
        Ended ended = ended(command);
        if (ended.code() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " failed with " + ended.code() + ":\n" + ended.output());
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            return ended(command).code() == 0;
        } catch (UncheckedIOException noSuchProgram) {
            return false;
        }
    }

    private static Ended ended(List<String> command) {
        try {
            ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
            // What a hub is set to is for the hubs of a world, not for what is run to make them.
            program.environment().keySet().removeIf(name -> name.startsWith("HUB_"));
            Process process = program.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.getFirst(), e);
        }
    }

    private record Ended(int code, String output) {}
}
