package vn.ndxhub.routes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.schemas.contract.EventLog;

class EventLogGuardTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final String TOPIC = "hub.events.library";

    private final KnownLogs declared = new KnownLogs();
    private final EventLogGuard guard = new EventLogGuard(LIBRARY, declared);

    @Test
    void declaresTheFirstLogOfASource() {
        assertThat(guard.check(seen("a", 10, 20))).isEqualTo(new SourceLog(LIBRARY, 1, 2));

        assertThat(declared.of(LIBRARY)).contains(new EventLog("library", 1, TOPIC, "a", 2));
    }

    @Test
    void looksAtTheLogThatIsDeclared() {
        assertThat(guard.expected().events()).isEqualTo(TOPIC);
        declared.declare(new EventLog("library", 3, TOPIC + ".3", "c", 8));

        assertThat(guard.expected()).isEqualTo(new SourceLog(LIBRARY, 3, 8));
        assertThat(guard.expected().events()).isEqualTo(TOPIC + ".3");
    }

    @Test
    void refusesALogThatWasMadeAgain() {
        guard.check(seen("a", 10, 20));

        assertThatThrownBy(() -> guard.check(seen("b", 0, 0)))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("created anew");
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        guard.check(seen("a", 10, 20));

        assertThatThrownBy(() -> guard.check(seen("a", 10, 20, 0)))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("has 3 partitions, but the log was declared with 2");
    }

    @Test
    void refusesALogWhoseBeginIsGone() {
        LogSighting cut = new LogSighting(TOPIC, "a", Map.of(0, 5L), Map.of(0, 10L), Map.of());

        assertThatThrownBy(() -> guard.check(cut)).hasMessageContaining("[0] of " + TOPIC + " no longer begin");
    }

    @Test
    void refusesALogThatEndsBeforeWhatIsCounted() {
        LogSighting cut = new LogSighting(TOPIC, "a", Map.of(0, 0L), Map.of(0, 10L), Map.of(0, 11L));

        assertThatThrownBy(() -> guard.check(cut)).hasMessageContaining("end before what has been counted");
    }

    @Test
    void refusesALogThatIsShorterThanItWasThoughNothingOfItWasCounted() {
        guard.check(seen("a", 10, 20));

        assertThatThrownBy(() -> guard.check(seen("a", 10, 19)))
                .hasMessageContaining("Partitions [1]")
                .hasMessageContaining("end before where they ended");
    }

    @Test
    void takesALogThatGrows() {
        guard.check(seen("a", 10, 20));

        assertThat(guard.check(seen("a", 11, 20))).isEqualTo(new SourceLog(LIBRARY, 1, 2));
    }

    private static LogSighting seen(String id, long... ends) {
        Map<Integer, Long> begins = new HashMap<>();
        Map<Integer, Long> byPartition = new HashMap<>();
        for (int partition = 0; partition < ends.length; partition++) {
            begins.put(partition, 0L);
            byPartition.put(partition, ends[partition]);
        }
        return new LogSighting(TOPIC, id, begins, byPartition, Map.of());
    }
}
