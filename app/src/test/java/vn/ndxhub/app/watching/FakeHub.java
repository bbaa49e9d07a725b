package vn.ndxhub.app.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.identity.SourceId;

/** A hub that is in whatever state a test says; at first it counts and lacks nothing. */
final class FakeHub implements HubState {

    volatile String alarm;
    volatile String waitingFor;
    volatile Counting counting = new Counting("RUNNING", true, 0);
    final List<Reader> readers = new ArrayList<>();
    final Map<TopicPartition, Instant> openTransactions = new HashMap<>();
    final List<Pull> pulls = new ArrayList<>();
    final List<SourceId> withoutUrl = new ArrayList<>();
    final Map<String, Boolean> routes = new TreeMap<>();

    @Override
    public String alarm() {
        return alarm;
    }

    @Override
    public String waitingFor() {
        return waitingFor;
    }

    @Override
    public Counting counting() {
        return counting;
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
