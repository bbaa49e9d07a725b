package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of one world: what it keeps, what it writes about itself, and who runs. */
record Folders(Path var) {

    Folders {
        var = var.toAbsolutePath().normalize();
    }

    Path data(String name) {
        return made(var.resolve("data").resolve(name));
    }

    Path log(String name) {
        return made(var.resolve("log")).resolve(name + ".log");
    }

    Path run() {
        return made(var.resolve("run"));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }
}
