package vn.ndxhub.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.ndxhub.sandbox.launch.HubStatus.SourceStatus;

class ArrivalTest {

    private static final Map<String, Long> SENT = Map.of("land", 10L, "ndxp", 20L);

    private final AtomicLong nanos = new AtomicLong();
    private final Arrival arrival = new Arrival(Path.of("hub-1.log"), nanos::get);

    @Test
    void isCompleteWhenEverySourceHasArrivedAndNothingIsBehind() {
        assertThat(arrival.isComplete(status(10, 20, 0), SENT)).isTrue();
    }

    @Test
    void isNotCompleteWhileAStageIsBehind() {
        assertThat(arrival.isComplete(status(10, 20, 1), SENT)).isFalse();
    }

    @Test
    void isNotCompleteWhileATermOfTheClosingEquationIsOnItsWay() {
        HubStatus oneShort = new HubStatus(
                List.of(
                        new SourceStatus("land", 10, 9, 0, 0, 0, 0, 0),
                        new SourceStatus("ndxp", 20, 18, 1, 0, 1, 0, 0)),
                0,
                0,
                0);

        assertThat(arrival.isComplete(oneShort, SENT)).isFalse();
    }

    @Test
    void doesNotLetOneSourceMakeUpForAnother() {
        assertThat(arrival.isComplete(status(11, 19, 0), SENT)).isFalse();
    }

    @Test
    void waitsAsLongAsAnythingChanges() {
        arrival.demandProgress(status(1, 1, 5), SENT);
        nanos.addAndGet(Arrival.PATIENCE.toNanos());
        arrival.demandProgress(status(2, 1, 5), SENT);
        nanos.addAndGet(Arrival.PATIENCE.toNanos());

        assertThatCode(() -> arrival.demandProgress(status(2, 1, 5), SENT)).doesNotThrowAnyException();
    }

    @Test
    void saysWhatIsMissingWhenNothingChanges() {
        arrival.demandProgress(status(10, 19, 3), SENT);
        nanos.addAndGet(Arrival.PATIENCE.toNanos() + 1);

        assertThatThrownBy(() -> arrival.demandProgress(status(10, 19, 3), SENT))
                .hasMessageContaining("ndxp: 20 sent, 19 received")
                .hasMessageContaining("feeds 3")
                .hasMessageContaining("hub-1.log")
                .hasMessageNotContaining("land");
    }

    private static HubStatus status(long land, long ndxp, long feedLag) {
        return new HubStatus(
                List.of(
                        new SourceStatus("land", land, land, 0, 0, 0, 0, 0),
                        new SourceStatus("ndxp", ndxp, ndxp, 0, 0, 0, 0, 0)),
                feedLag,
                0,
                0);
    }
}
