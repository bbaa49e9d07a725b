package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program of the system that does something and ends. */
final class Command {

    private Command() {}

    /** @throws IOException with what it said, if it is not there or ends with anything but 0 */
    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command[0] + " runs", e);
        }
    }
}
