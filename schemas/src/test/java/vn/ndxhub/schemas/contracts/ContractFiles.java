package vn.ndxhub.schemas.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The contracts as they lie in the source tree, and their history beside them. */
final class ContractFiles {

    private static final Path CONTRACTS = Path.of("src/main/avro");
    private static final Path HISTORY = Path.of("src/main/history");

    private ContractFiles() {}

    static List<String> names() {
        return listed(CONTRACTS)
                .map(file -> file.getFileName().toString().replace(".avsc", ""))
                .toList();
    }

    static List<String> namesInHistory() {
        return listed(HISTORY).map(folder -> folder.getFileName().toString()).toList();
    }

    static Schema current(String name) {
        return parse(CONTRACTS.resolve(name + ".avsc"));
    }

    /** Oldest first. */
    static List<Schema> history(String name) {
        return listed(HISTORY.resolve(name))
                .sorted(Comparator.comparingInt(ContractFiles::number))
                .map(ContractFiles::parse)
                .toList();
    }

    static List<Integer> versions(String name) {
        return listed(HISTORY.resolve(name)).map(ContractFiles::number).sorted().toList();
    }

    /** Visits a schema and all named types in it, each once. */
    static void eachNamed(Schema schema, Consumer<Schema> visitor) {
        eachNamed(schema, visitor, new HashSet<>());
    }

    private static void eachNamed(Schema schema, Consumer<Schema> visitor, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    visitor.accept(schema);
                    schema.getFields().forEach(field -> eachNamed(field.schema(), visitor, seen));
                }
            }
            case ENUM, FIXED -> {
                if (seen.add(schema.getFullName())) {
                    visitor.accept(schema);
                }
            }
            case ARRAY -> eachNamed(schema.getElementType(), visitor, seen);
            case MAP -> eachNamed(schema.getValueType(), visitor, seen);
            case UNION -> schema.getTypes().forEach(branch -> eachNamed(branch, visitor, seen));
            default -> {}
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("^v(\\d+)\\.avsc$", "$1"));
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> listed(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
