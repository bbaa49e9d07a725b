package vn.ndxhub.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image was never built where it was written: this does by hand what its Dockerfile does with the jar. */
class ImageIT {

    private static final Path DOCKERFILE = Path.of("../deploy/image/Dockerfile");
    private static final Path JAR = Path.of("../app/target/app-0.1.0-SNAPSHOT.jar");
    private static final Pattern UNPACK = Pattern.compile("RUN java (.+) -jar app[.]jar (.+) --destination extracted");
    private static final Pattern LAYER = Pattern.compile("COPY --from=layers /layers/extracted/(.+)/ [.]/");

    @TempDir
    private Path folder;

    @Test
    void holdsWhatTheSandboxStarts() throws IOException {
        MatchResult unpack = found(UNPACK).getFirst();
        List<String> command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(List.of(unpack.group(1).split(" ")));
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(unpack.group(2).split(" ")));
        command.addAll(List.of("--destination", folder.toString()));

        Shell.run(command);

        Map<String, Long> image = new TreeMap<>();
        for (MatchResult layer : found(LAYER)) {
            image.putAll(files(folder.resolve(layer.group(1))));
        }
        List<String> started = Installation.found().hub(List.of());
        assertThat(image).isEqualTo(files(Path.of(started.getLast()).getParent()));
    }

    @Test
    void startsAsTheSandboxDoesButForTheSizeOfItsMemory() throws IOException {
        String entry = Files.readString(DOCKERFILE).split("ENTRYPOINT", -1)[1];

        assertThat(HubProcess.OPTIONS.stream().filter(option -> !option.startsWith("-Xmx")))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(entry).contains("\"" + option + "\""));
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        List<MatchResult> found =
                pattern.matcher(Files.readString(DOCKERFILE)).results().toList();
        assertThat(found).as(pattern.pattern()).isNotEmpty();
        return found;
    }

    /** Names and sizes; without the classes that the sandbox keeps beside. */
    private static Map<String, Long> files(Path root) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().endsWith(".aot")) {
                    files.put(root.relativize(file).toString(), Files.size(file));
                }
            }
        }
        return files;
    }
}
