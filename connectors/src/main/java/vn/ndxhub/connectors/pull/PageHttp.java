package vn.ndxhub.connectors.pull;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.PullPlan;

/** Asks for one page; follows no redirection and takes no more bytes than allowed. */
final class PageHttp {

    private final HttpClient client;
    private final PullEndpoint endpoint;
    private final PullPlan plan;
    private final PullSettings settings;

    PageHttp(PullEndpoint endpoint, PullPlan plan, PullSettings settings) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.endpoint = endpoint;
        this.plan = plan;
        this.settings = settings;
    }

    /** The body is empty where it was larger than allowed; cancelling the answer ends the exchange. */
    CompletableFuture<HttpResponse<Optional<byte[]>>> ask(@Nullable String cursor) {
        String query = cursor == null ? "" : "?" + encoded(plan.cursorParameter()) + "=" + encoded(cursor);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(plan.path() + query))
                .timeout(settings.pageTimeout())
                .header("Accept", "application/json");
        if (endpoint.authorization() != null) {
            request.header("Authorization", endpoint.authorization());
        }
        return client.sendAsync(request.build(), head -> new LimitedBody(settings.pageBytes()));
    }

    void close() {
        client.shutdownNow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
