package vn.ndxhub.schemas.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** The native schemas in the folders of sources: one at most for each, under the subject that the agency's producer uses by default. */
final class NativeSchemas {

    private NativeSchemas() {}

    /** Schemas by subject {@code feed.<source>-value} (Confluent's TopicNameStrategy); a source without a schema has none. */
    static Map<String, Schema> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--native: " + folder + " is no folder");
        }
        Map<String, Schema> schemas = new TreeMap<>();
        for (Path source : listed(folder)) {
            List<Path> files = Files.isDirectory(source)
                    ? listed(source).stream()
                            .filter(file -> file.toString().endsWith(".avsc"))
                            .toList()
                    : List.of();
            if (files.size() > 1) {
                throw new IllegalArgumentException("--native: " + source + " holds more than one schema: " + files);
            }
            for (Path file : files) {
                schemas.put("feed." + source.getFileName() + "-value", parse(file));
            }
        }
        return schemas;
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static Schema parse(Path file) throws IOException {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (SchemaParseException e) {
            throw new IllegalArgumentException("--native: " + file + " is no Avro schema: " + e.getMessage(), e);
        }
    }
}
