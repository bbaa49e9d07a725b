package vn.ndxhub.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call to the registry: over all its addresses, with retries, in bounded time and with a bounded answer. */
final class RegistryHttp {

    /** No schema of ours comes near; larger answers are not read. */
    static final int MOST_BYTES = 1 << 20;

    static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);

    private final RegistryConfig config;
    private final HttpClient client;
    private final Outage outage;
    private final LongSupplier nanoTime;
    private volatile int preferred;

    RegistryHttp(RegistryConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.nanoTime = nanoTime;
        this.outage = new Outage(config.times().missing(), nanoTime);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.times().connect())
                .sslContext(RegistryTls.context(config.truststore(), config.keystore()))
                .build();
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    /** Every call here may safely be sent twice: a registry answers the same registration with the same id. */
    Answer call(String method, String path, byte @Nullable [] body) {
        RegistryTimes times = config.times();
        long deadline = nanoTime.getAsLong() + times.total().toNanos();
        int retries = outage.retries(times.retries());
        String failure = "";
        for (int attempt = 0; attempt <= retries; attempt++) {
            if (attempt > 0 && !pause(attempt, deadline)) {
                break;
            }
            for (int i = 0; i < config.urls().size() && deadline - nanoTime.getAsLong() > 0; i++) {
                int at = (preferred + i) % config.urls().size();
                try {
                    HttpResponse<byte[]> response = send(method, config.urls().get(at), path, body, deadline);
                    if (!worthAnotherTry(response.statusCode())) {
                        preferred = at;
                        outage.over();
                        return Answer.of(response.statusCode(), response.body());
                    }
                    failure = "answered with status " + response.statusCode() + code(response);
                } catch (BoundedBody.TooLarge e) {
                    if (e.isAnswer()) {
                        preferred = at;
                        outage.over();
                        return Answer.tooLarge(e.status());
                    }
                    failure = String.valueOf(e.getMessage());
                } catch (IOException e) {
                    failure = e.getClass().getSimpleName() + reason(e);
                }
                LOG.debug("schema registry {} failed: {}", config.urls().get(at), failure);
            }
        }
        outage.begun(failure);
        throw new RegistryUnavailableException("No answer from the schema registry at " + config.urls()
                + " (schema.registry.url) for " + method + " " + path + ": " + failure);
    }

    private HttpResponse<byte[]> send(String method, URI base, String path, byte @Nullable [] body, long deadline)
            throws IOException {
        long left = Math.min(config.times().request().toNanos(), deadline - nanoTime.getAsLong());
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request(method, base, path, body), answered -> new BoundedBody(MOST_BYTES, answered));
        try {
            return sent.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("no answer within " + Duration.ofNanos(left).toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while asking the schema registry", e);
        }
    }

    private HttpRequest request(String method, URI base, String path, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        if (config.auth() != null) {
            request.header("Authorization", config.auth().header());
        }
        return request.build();
    }

    void close() {
        client.shutdownNow();
    }

    private static boolean worthAnotherTry(int status) {
        return status >= 500 || status == 429 || status == 408;
    }

    /** Doubles from try to try, up to the longest wait; half of it is chance, so that many hubs do not come back as one. */
    private boolean pause(int attempt, long deadline) {
        long step = config.times().firstWait().toNanos() << Math.min(attempt - 1, 20);
        long longest = Math.max(2, Math.min(step, config.times().maxWait().toNanos()));
        long nanos = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        if (deadline - nanoTime.getAsLong() <= nanos) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while waiting for the schema registry", e);
        }
    }

    private static String code(HttpResponse<byte[]> response) {
        int code = Answer.of(response.statusCode(), response.body()).code();
        return code == 0 ? "" : ", code " + code;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "" : ": " + e.getMessage();
    }
}
