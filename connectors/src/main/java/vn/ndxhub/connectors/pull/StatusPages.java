package vn.ndxhub.connectors.pull;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.PullPlan;
import vn.ndxhub.connectors.source.Source;

/** The status pages of one pulled source: each is given once, in its turn, or the reason why not is. */
public final class StatusPages implements AutoCloseable {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final PageHttp http;
    private final GuardedCalls calls;
    private final PageReader reader;

    private StatusPages(PageHttp http, GuardedCalls calls, PageReader reader) {
        this.http = http;
        this.calls = calls;
        this.reader = reader;
    }

    /** @throws IllegalArgumentException if the source's folder does not say how it is pulled */
    public static StatusPages of(Source source, PullEndpoint endpoint, PullSettings settings) {
        PullPlan plan = source.delivery().pull();
        if (plan == null) {
            throw new IllegalArgumentException("Source " + source.id() + " is pushed; its source.yaml has no 'pull'");
        }
        return new StatusPages(
                new PageHttp(endpoint, plan, settings), new GuardedCalls(source.id(), settings), new PageReader(plan));
    }

    /**
     * The page at a position, after as many attempts as the settings allow; blocks while it waits between them.
     *
     * @param position {@link Page#next} of the page taken last; null for the first page
     * @throws SourceAway when the source gave no answer
     */
    public PullResult fetch(@Nullable String position) {
        PullPosition at = PullPosition.parse(position);
        HttpResponse<Optional<byte[]>> answer = calls.call(() -> http.ask(at.cursor()));
        return switch (answer.statusCode()) {
            case OK ->
                answer.body()
                        .map(body -> reader.read(body, at))
                        .orElseGet(() -> new PullResult.Refused(
                                PageFault.TOO_LARGE, "Page " + at.sequence() + " is larger than a feed record may be"));
            case NO_CONTENT -> new PullResult.NothingNew();
            default ->
                new PullResult.Refused(
                        PageFault.DENIED,
                        "The source answered page " + at.sequence() + " with status " + answer.statusCode());
        };
    }

    /** For metrics and for the operators' view; its name is {@code pull-<source>}. */
    public CircuitBreaker circuitBreaker() {
        return calls.breaker();
    }

    /** Ends a call that is under way. */
    @Override
    public void close() {
        http.close();
    }
}
