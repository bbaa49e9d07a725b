package vn.ndxhub.trials.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hub's inner loops, measured by JMH; built by a module of its own, because nothing else here knows the hub from inside. */
final class InnerLoops {

    /** Names the folder that the module was built into. */
    static final String PROPERTY = "ndxhub.trials.loops";

    private static final JsonMapper JSON = new JsonMapper();

    private InnerLoops() {}

    /**
     * Runs all of them, some minutes.
     *
     * @param folder for results and log
     */
    static List<Loop> measure(Path folder) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
        Path results = folder.resolve("loops.json");
        Path log = folder.resolve("loops.log");
        Files.createDirectories(folder);
        int exit = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
                        "org.openjdk.jmh.Main",
                        "-prof",
                        "gc",
                        "-foe",
                        "true",
                        "-rf",
                        "json",
                        "-rff",
                        results.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The inner loops could not be measured: " + Files.readString(log));
        }
        return read(results);
    }

    private static List<Loop> read(Path results) throws IOException {
        List<Loop> loops = new ArrayList<>();
        for (JsonNode one : JSON.readTree(Files.readString(results))) {
            JsonNode time = one.get("primaryMetric");
            loops.add(new Loop(
                    name(one),
                    time.get("score").asDouble(),
                    time.get("scoreError").asDouble(),
                    one.get("secondaryMetrics")
                            .get("gc.alloc.rate.norm")
                            .get("score")
                            .asDouble()));
        }
        return loops;
    }

    /** Class and method, and the parameters if there are any. */
    private static String name(JsonNode one) {
        String[] words = one.get("benchmark").asString().split("\\.");
        String name = words[words.length - 2] + "." + words[words.length - 1];
        JsonNode parameters = one.get("params");
        return parameters == null
                ? name
                : parameters.properties().stream()
                        .map(p -> p.getKey() + "=" + p.getValue().asString())
                        .collect(Collectors.joining(", ", name + " (", ")"));
    }
}
