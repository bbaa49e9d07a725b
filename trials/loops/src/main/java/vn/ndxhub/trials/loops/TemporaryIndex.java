package vn.ndxhub.trials.loops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ndxhub.core.index.LayeredIndex;

/** An index as a hub has by default, in a folder of its own that goes with it. */
record TemporaryIndex(Path folder, LayeredIndex index) implements AutoCloseable {

    private static final int IN_MEMORY = 300_000;
    private static final String FILES = "index";

    static TemporaryIndex open() throws IOException {
        Path folder = Files.createTempDirectory("identities");
        return new TemporaryIndex(folder, new LayeredIndex(folder.resolve(FILES), IN_MEMORY));
    }

    @Override
    public void close() throws IOException {
        index.close();
        Files.deleteIfExists(folder.resolve(FILES));
        Files.deleteIfExists(folder);
    }
}
