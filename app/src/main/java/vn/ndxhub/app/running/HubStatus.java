package vn.ndxhub.app.running;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.BatchState;
import vn.ndxhub.schemas.topics.HubTopic;

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
     * @param counting how each source is doing in this process
     * @param sources what became of the items of each source, as published
     * @param feedLag records of feeds not yet normalised, in this process
     * @param logLag entries of the event logs not yet counted, in this process
     * @param publishLag contributions not yet published, in this process
     */
    public record Answer(
            List<Counting> counting,
            List<IntakeFigures.OfSource> sources,
            long feedLag,
            long logLag,
            long publishLag) {}

    /** One source: its state in a word or two, and why if there is more to say. */
    public record Counting(
            String source, String state, @Nullable String why, long logLag) {

        static Counting of(SourceState state) {
            return new Counting(state.source().value(), state.kind().words(), state.why(), state.lag());
        }
    }

    public Answer answer() {
        List<SourceState> states = runner.states();
        return new Answer(
                states.stream().map(Counting::of).toList(),
                intake.bySource(),
                lag("feed."),
                states.stream().mapToLong(SourceState::lag).sum(),
                lag(HubTopic.CONTRIBUTIONS.stem() + "."));
    }

    private long lag(String topicPrefix) {
        return readers.states().stream()
                .filter(reader -> reader.topic().startsWith(topicPrefix))
                .mapToLong(BatchState::lag)
                .sum();
    }
}
