package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** One Apicurio Registry with its schemas in a file, spoken to through Confluent's API. */
public final class RegistryServer extends Server {

    private static final String STARTED = "--- started";

    private final Installation installation;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    RegistryServer(Installation installation, Folders folders, RunBook book) {
        super("registry", folders, book);
        this.installation = installation;
    }

    /** The address of Confluent's API, as {@code schema.registry.url} takes it. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/apis/ccompat/v7";
    }

    @Override
    void prepare() {
        folders().data("registry");
    }

    @Override
    int portsNeeded() {
        return 1;
    }

    @Override
    List<String> command() {
        return List.of(
                Installation.java(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port(),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + folders().data("registry").resolve("store"),
                "-jar",
                installation.registryJar().toString());
    }

    /** The process itself has said, since its last start, that it listens on this port. */
    @Override
    boolean answers() {
        return hasReported() && responds();
    }

    private boolean hasReported() {
        try {
            String log = Files.readString(log());
            return log.indexOf("Listening on: http://127.0.0.1:" + port(), Math.max(0, log.lastIndexOf(STARTED))) >= 0;
        } catch (IOException noLog) {
            return false;
        }
    }

    private boolean responds() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
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
}
