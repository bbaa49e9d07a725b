package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The hub as it is deployed, a process of its own: ready when it says so itself. */
public final class HubProcess extends Server {

    /**
     * The index is a few large arrays that live for ever: a collector that marks them again and again beside the work takes a quarter
     * of a core.
     */
    static final List<String> OPTIONS = Stream.concat(
                    Stream.of(
                            "-Xmx1g",
                            "-XX:+UseParallelGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-XX:+UseTransparentHugePages"),
                    JitCompiler.SPARING.stream())
            .toList();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final HubOptions options;
    private final Installation installation;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    HubProcess(World world, HubOptions options, Installation installation, Folders folders, RunBook book) {
        super(options.name(), folders, book);
        this.world = world;
        this.options = options;
        this.installation = installation;
    }

    /**
     * The address of its HTTP interface, without a slash at the end.
     *
     * @throws IllegalStateException if it does not serve
     */
    public String url() {
        return "http://127.0.0.1:" + served().port();
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + served().managementPort();
    }

    public HubOptions options() {
        return options;
    }

    /** The file in which a hub that serves says where. */
    public Path runFile() {
        return folders().run().resolve(name() + ".json");
    }

    /** Where it keeps what it can do without; may be lost while it does not run. */
    public Path stateFolder() {
        return folders().data("hub").resolve(name());
    }

    @Override
    void prepare() {
        try {
            Files.deleteIfExists(runFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the old " + runFile(), e);
        }
    }

    @Override
    int portsNeeded() {
        return 0;
    }

    @Override
    List<String> command() {
        return installation.hub(OPTIONS);
    }

    @Override
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "HUB_INSTANCE", name(),
                "HUB_KAFKA_BOOTSTRAP_SERVERS", world.bootstrapServers(),
                "HUB_REGISTRY_URL", world.registryUrl(),
                "HUB_DATABASE_URL", world.databaseUrl(),
                "HUB_DATABASE_USERNAME", world.databaseUser(),
                "HUB_DATABASE_PASSWORD", world.databasePassword(),
                "HUB_OPERATOR_TOKEN", world.operatorToken(),
                "HUB_RUN_FILE", runFile().toString()));
        environment.put("HUB_COUNTING_STATE_FOLDER", folders().data("hub").toString());
        environment.putAll(world.sources().forHubs());
        environment.putAll(options.environment());
        return environment;
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    boolean answers() {
        return read().map(served -> "http://127.0.0.1:" + served.managementPort() + "/actuator/health/readiness")
                .map(this::isOk)
                .orElse(false);
    }

    private boolean isOk(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Served served() {
        return read().orElseThrow(() -> new IllegalStateException(name() + " does not serve; see " + log()));
    }

    /** What it has written itself since it was started; a file of a process that has ended does not count. */
    private Optional<Served> read() {
        try {
            Served served = JSON.readValue(Files.readString(runFile()), Served.class);
            return isRunning() && served.pid() == pid() ? Optional.of(served) : Optional.empty();
        } catch (IOException | JacksonException notYet) {
            return Optional.empty();
        }
    }

    private record Served(long pid, int port, int managementPort) {}
}
