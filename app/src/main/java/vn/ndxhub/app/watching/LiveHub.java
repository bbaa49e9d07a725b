package vn.ndxhub.app.watching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.app.running.HubRunner;
import vn.ndxhub.app.running.PulledSources;
import vn.ndxhub.app.running.RouteStates;
import vn.ndxhub.app.running.SourceState;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.BatchState;

/** The hub of this process. */
final class LiveHub implements HubState {

    private final HubRunner runner;
    private final RouteStates routes;
    private final BatchComponent readers;
    private final PulledSources pulled;

    LiveHub(HubRunner runner, RouteStates routes, BatchComponent readers, PulledSources pulled) {
        this.runner = runner;
        this.routes = routes;
        this.readers = readers;
        this.pulled = pulled;
    }

    @Override
    public List<SourceState> sources() {
        return runner.states();
    }

    @Override
    public List<Reader> readers() {
        return readers.states().stream().map(LiveHub::reader).toList();
    }

    private static Reader reader(BatchState state) {
        return new Reader(state.topic(), state.lag(), state.failure(), state.isBroken(), state.workingSince());
    }

    @Override
    public Map<TopicPartition, Instant> openTransactions() {
        return runner.openTransactions();
    }

    @Override
    public List<Pull> pulls() {
        Map<String, String> failures = runner.pullFailures();
        return pulled.all().stream()
                .map(each -> new Pull(
                        each.source(),
                        each.pages().circuitBreaker().getState(),
                        failures.get(each.source().value())))
                .toList();
    }

    @Override
    public List<SourceId> withoutUrl() {
        return pulled.notPulled();
    }

    @Override
    public Map<String, Boolean> routes() {
        return routes.running();
    }
}
