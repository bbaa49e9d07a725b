package vn.ndxhub.connectors.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The scenario files of the test resources, {@code scenarios/<source>/*.yaml}. */
final class Scenarios {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Scenarios() {}

    static List<Scenario> all() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Scenario> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                for (JsonNode each : YAML.readTree(file.toFile())) {
                    all.add(new Scenario(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString(),
                            each.required("it").stringValue(),
                            each.path("given"),
                            each.required("when"),
                            List.copyOf(each.required("then").values())));
                }
            }
            return all;
        }
    }
}
