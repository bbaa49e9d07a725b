package vn.ndxhub.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newcomer does first, whole: all two months, and every figure of the seven systems equal to the printed one. */
class DemoIT {

    private static final int FIGURES = 37;

    @TempDir
    private Path folder;

    @Test
    void yieldsEveryPrintedFigure() throws IOException, InterruptedException {
        Path log = folder.resolve("demo.log");
        Path json = folder.resolve("table.json");

        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dndxhub.sandbox.target=" + Path.of("target").toAbsolutePath(),
                        Main.class.getName(),
                        "demo",
                        "--once",
                        "--var=" + folder.resolve("var"),
                        "--json=" + json)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(demo.waitFor(10, TimeUnit.MINUTES)).as("the demo has ended").isTrue();
        assertThat(demo.exitValue()).as(Files.readString(log)).isZero();
        JsonNode rows = new JsonMapper().readTree(json.toFile());
        assertThat(rows).hasSize(FIGURES).allSatisfy(row -> {
            assertThat(row.path("equal").asBoolean()).as(row.toString()).isTrue();
            assertThat(row.propertyNames())
                    .contains("system", "indicator", "value", "unit", "expected", "printed", "equal");
        });
    }
}
