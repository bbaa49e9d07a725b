package vn.ndxhub.sandbox.world;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the build has put the programs that make up the world. */
record Installation(Path target) {

    /** Overrides where the sandbox module's target folder is looked for. */
    static final String PROPERTY = "ndxhub.sandbox.target";

    /** Found from where this class itself was loaded: the sandbox module's jar or its classes. */
    static Installation found() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return new Installation(Path.of(named).toAbsolutePath());
        }
        try {
            Path own = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Installation(own.resolveSibling("").toAbsolutePath());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where the sandbox was loaded from; set -D" + PROPERTY, e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of the broker, as {@code java -cp} takes it. */
    String brokerClassPath() {
        return built(target.resolve("broker/lib")) + "/*";
    }

    Path registryJar() {
        return built(target.resolve("registry/quarkus-run.jar"));
    }

    /** The folder with PostgreSQL's packed binaries. */
    Path postgres() {
        return built(target.resolve("postgres"));
    }

    /** How a hub is started, with these options of the JVM. */
    List<String> hub(List<String> options) {
        Path jar = built(
                target.resolveSibling("../app/target/app-0.1.0-SNAPSHOT.jar").normalize());
        return new UnpackedHub(jar, target.resolve("hub")).command(options);
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(
                    path + " is missing: `mvn package` puts it there, and integration tests run with `mvn verify`");
        }
        return path;
    }
}
