package vn.ndxhub.app.running;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.BatchState;
import vn.ndxhub.schemas.contracts.Contracts;

/** What an operator sees first: what has come in, what became of it, and how far behind each stage is. */
@Component
public final class HubStatus {

    private final HubRunner runner;
    private final BatchComponent readers;
    private final IntakeFigures intake;

    HubStatus(HubRunner runner, BatchComponent readers, IntakeFigures intake) {
        this.runner = runner;
        this.readers = readers;
        this.intake = intake;
    }

    /**
     * The state as JSON has it.
     *
     * @param feedLag records of feeds not yet normalised, in this process
     * @param logLag entries of the event log not yet counted, in this process
     * @param publishLag observations not yet published, in this process
     */
    public record Answer(
            String state,
            @Nullable String alarm,
            List<IntakeFigures.OfSource> sources,
            long feedLag,
            long logLag,
            long publishLag) {}

    public Answer answer() {
        HubRunner.Running running = runner.running();
        return new Answer(
                running == null ? "WAITING" : running.engine().state(),
                runner.alarm(),
                intake.bySource(),
                lag("feed."),
                running == null ? 0 : running.engine().lag(),
                lag(Contracts.CONTRIBUTIONS));
    }

    private long lag(String topicPrefix) {
        return readers.states().stream()
                .filter(reader -> reader.topic().startsWith(topicPrefix))
                .mapToLong(BatchState::lag)
                .sum();
    }
}
