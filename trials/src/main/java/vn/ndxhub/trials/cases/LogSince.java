package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ndxhub.sandbox.world.HubProcess;

/** What a hub writes to its log from a moment on. */
final class LogSince {

    private final Path log;
    private final int from;

    private LogSince(Path log, int from) {
        this.log = log;
        this.from = from;
    }

    static LogSince now(HubProcess hub) {
        return new LogSince(hub.log(), read(hub.log()).length);
    }

    String text() {
        byte[] all = read(log);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static byte[] read(Path log) {
        try {
            return Files.readAllBytes(log);
        } catch (IOException e) {
            throw new UncheckedIOException(log + " cannot be read", e);
        }
    }
}
