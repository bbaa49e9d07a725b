package vn.ndxhub.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as a file, with what they were measured on. */
public record ResultFile(
        Machine machine,
        long events,
        int rounds,
        List<Result> results,
        List<Delay> delays,
        List<Bench.Scaled> scales,
        List<Loop> loops) {

    /** One of an earlier version may know less. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** What a result is worth nothing without. */
    public record Machine(
            String processor, int cores, long memoryMegabytes, String kernel, String jdk, String measured) {

        static Machine here() {
            return new Machine(
                    line(Path.of("/proc/cpuinfo"), "model name"),
                    Runtime.getRuntime().availableProcessors(),
                    memory(line(Path.of("/proc/meminfo"), "MemTotal")),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    Runtime.version().toString(),
                    Instant.now().toString());
        }

        private static long memory(String kilobytes) {
            String digits = kilobytes.replaceAll("\\D", "");
            return digits.isEmpty() ? 0 : Long.parseLong(digits) >> 10;
        }

        private static String line(Path file, String name) {
            try (Stream<String> lines = Files.lines(file)) {
                Optional<String> found =
                        lines.filter(line -> line.startsWith(name)).findFirst();
                return found.map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .orElse("unknown");
            } catch (IOException notThisSystem) {
                return "unknown";
            }
        }
    }

    public static ResultFile of(Bench.Size size, Bench.Report report) {
        return new ResultFile(
                Machine.here(),
                size.events(),
                size.rounds(),
                report.results(),
                report.delays(),
                report.scales(),
                report.loops());
    }

    public static ResultFile read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), ResultFile.class);
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }
}
