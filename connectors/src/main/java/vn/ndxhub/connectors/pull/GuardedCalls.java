package vn.ndxhub.connectors.pull;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import vn.ndxhub.core.identity.SourceId;

/**
 * Keeps one source's troubles to itself: one call at a time, each bounded in time, repeated with growing waits, and none at
 * all for a while after too many failures.
 */
final class GuardedCalls {

    private static final double GROWTH = 2;
    private static final double JITTER = 0.5;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final SourceId source;
    private final Bulkhead bulkhead;
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;

    GuardedCalls(SourceId source, PullSettings settings) {
        String name = "pull-" + source;
        this.source = source;
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(1)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.retry = Retry.of(name, retries(settings.retries()));
        this.breaker = CircuitBreaker.of(name, breaker(settings.breaker()));
        this.limiter = TimeLimiter.of(
                name,
                TimeLimiterConfig.custom()
                        .timeoutDuration(settings.pageTimeout())
                        .cancelRunningFuture(true)
                        .build());
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** @throws SourceAway when no answer came in spite of all patience */
    HttpResponse<Optional<byte[]>> call(Supplier<CompletableFuture<HttpResponse<Optional<byte[]>>>> ask) {
        Callable<HttpResponse<Optional<byte[]>>> once = () -> checked(limiter.executeFutureSupplier(ask));
        Callable<HttpResponse<Optional<byte[]>>> patient =
                Retry.decorateCallable(retry, CircuitBreaker.decorateCallable(breaker, once));
        try {
            return Bulkhead.decorateCallable(bulkhead, patient).call();
        } catch (BulkheadFullException e) {
            throw new SourceAway(source, "it is being pulled already", e);
        } catch (CallNotPermittedException e) {
            throw new SourceAway(source, "it is left alone after too many failures", e);
        } catch (TimeoutException | HttpTimeoutException e) {
            throw new SourceAway(source, "it did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceAway(source, "the pull was interrupted", e);
        } catch (IOException e) {
            throw new SourceAway(source, "the connection or the answer is broken", e);
        } catch (Exception e) {
            throw new SourceAway(source, "unexpectedly " + e.getClass().getSimpleName(), e);
        }
    }

    /** An error of the source's own is a failure like a broken connection; any other answer is one. */
    private static HttpResponse<Optional<byte[]>> checked(HttpResponse<Optional<byte[]>> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            throw new ServerTrouble(status);
        }
        return answer;
    }

    private static RetryConfig retries(PullSettings.Retries retries) {
        return RetryConfig.custom()
                .maxAttempts(retries.attempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(
                        retries.firstWait(), GROWTH, JITTER, retries.longestWait()))
                .retryOnException(e -> e instanceof IOException || e instanceof TimeoutException)
                .build();
    }

    private static CircuitBreakerConfig breaker(PullSettings.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(breaker.calls())
                .failureRateThreshold(breaker.failuresPercent())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    private static final class ServerTrouble extends IOException {

        private static final long serialVersionUID = 1L;

        ServerTrouble(int status) {
            super("The source answered with status " + status);
        }
    }
}
