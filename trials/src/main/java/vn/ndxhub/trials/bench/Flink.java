package vn.ndxhub.trials.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Flink as a contender: built by a module of its own, because its libraries and the others' do not go together. */
final class Flink {

    /** Names the folder that the module was built into; without it there is no such contender. */
    static final String PROPERTY = "ndxhub.trials.flink";

    private static final String MAIN = "vn.ndxhub.trials.flink.FlinkJob";

    private Flink() {}

    static List<Contender> contenders() {
        String target = System.getProperty(PROPERTY);
        if (target == null || !Files.isDirectory(Path.of(target))) {
            return List.of();
        }
        return List.of(
                contender("Flink, RocksDB state", target, "-Dstate=rocksdb", "-Xmx2g"),
                contender("Flink, heap state", target, "-Dstate=hashmap", "-Xmx4g"));
    }

    private static Contender contender(String name, String target, String state, String heap) {
        List<String> options = List.of(
                heap,
                "-XX:+UseG1GC",
                state,
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED");
        return new Peer(name, MAIN, classPath(Path.of(target).toAbsolutePath()), true, options);
    }

    /** What the module brings along, and of ours only what every peer reads its events with. */
    private static String classPath(Path target) {
        List<String> all = new ArrayList<>(List.of(
                target.resolve("classes").toString(), target.resolve("lib").toString() + "/*"));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("jackson-core-3") || entry.matches(".*trials[^/]*(\\.jar|/classes)"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .forEach(all::add);
        return String.join(File.pathSeparator, all);
    }
}
