package vn.ndxhub.app.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.app.running.SourceState;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;

/** A hub that is in whatever state a test says; at first it counts and lacks nothing. */
final class FakeHub implements HubState {

    final List<SourceState> sources = new ArrayList<>(List.of(state("archive", Kind.RUNNING, null)));
    final List<Reader> readers = new ArrayList<>();
    final Map<TopicPartition, Instant> openTransactions = new HashMap<>();
    final List<Pull> pulls = new ArrayList<>();
    final List<SourceId> withoutUrl = new ArrayList<>();
    final Map<String, Boolean> routes = new TreeMap<>();

    static SourceState state(String source, Kind kind, String why) {
        return new SourceState(new SourceId(source), kind, why, 0);
    }

    /** One source, whatever there were. */
    void has(Kind kind, String why) {
        sources.clear();
        sources.add(state("library", kind, why));
    }

    @Override
    public List<SourceState> sources() {
        return sources;
    }

    @Override
    public List<Reader> readers() {
        return readers;
    }

    @Override
    public Map<TopicPartition, Instant> openTransactions() {
        return openTransactions;
    }

    @Override
    public List<Pull> pulls() {
        return pulls;
    }

    @Override
    public List<SourceId> withoutUrl() {
        return withoutUrl;
    }

    @Override
    public Map<String, Boolean> routes() {
        return routes;
    }
}
