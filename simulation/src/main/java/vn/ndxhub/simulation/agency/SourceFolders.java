package vn.ndxhub.simulation.agency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a source folder for each simulated database: all alike but for their names. */
public final class SourceFolders {

    private static final List<String> FILES = List.of("source.yaml", "indicators.yaml", "item.schema.json");

    private SourceFolders() {}

    public static void write(Path folder, List<String> sources) {
        try {
            for (String source : sources) {
                Path own = Files.createDirectories(folder.resolve(source));
                for (String file : FILES) {
                    Files.writeString(own.resolve(file), text(file).replace("SOURCE", source));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = SourceFolders.class.getResourceAsStream("/life/" + file)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks life/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
