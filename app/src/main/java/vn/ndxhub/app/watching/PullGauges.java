package vn.ndxhub.app.watching;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import vn.ndxhub.core.identity.SourceId;

/** How the pulled sources get on, by source. */
final class PullGauges implements MeterBinder {

    /** The others are states that somebody would have to set by hand. */
    private static final List<CircuitBreaker.State> STATES =
            List.of(CircuitBreaker.State.CLOSED, CircuitBreaker.State.OPEN, CircuitBreaker.State.HALF_OPEN);

    private final HubState hub;

    PullGauges(HubState hub) {
        this.hub = hub;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (HubState.Pull pull : hub.pulls()) {
            bindBreaker(registry, pull.source());
            Gauge.builder("hub.pull.failing", () -> is(pull.source(), now -> now.failure() != null))
                    .description(
                            "1 while pulling the source does not get on: away, or pages repeated, skipped, refused")
                    .tag("source", pull.source().value())
                    .register(registry);
        }
    }

    private void bindBreaker(MeterRegistry registry, SourceId source) {
        Gauge.builder("hub.pull.breaker.open", () -> is(source, now -> now.breaker() == CircuitBreaker.State.OPEN))
                .description("1 while the source is not asked because it failed too often")
                .tag("source", source.value())
                .register(registry);
        for (CircuitBreaker.State state : STATES) {
            Gauge.builder("hub.pull.breaker.state", () -> is(source, now -> now.breaker() == state))
                    .description("1 for the state that the source's circuit breaker is in, 0 for the others")
                    .tag("source", source.value())
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private int is(SourceId source, Predicate<HubState.Pull> so) {
        return hub.pulls().stream().filter(pull -> pull.source().equals(source)).anyMatch(so) ? 1 : 0;
    }
}
