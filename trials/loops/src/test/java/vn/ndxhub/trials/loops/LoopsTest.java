package vn.ndxhub.trials.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.schemas.contract.StatusEvent;

/** What is measured is what the hub does: every event comes through, and as another one than its neighbours. */
class LoopsTest {

    private final Feeds feeds = new Feeds();

    @Test
    void everyAccountComesThroughTheLog() {
        List<LogEntry> entries = feeds.entries(0);

        assertThat(entries).hasSize(Feeds.BATCH);
        assertThat(subjects(entries)).hasSize(Feeds.BATCH).doesNotContainAnyElementsOf(subjects(feeds.entries(256)));
    }

    @Test
    void everyMarriageIsNormalised() {
        List<StatusEvent> events = feeds.events(feeds.marriageNormaliser(), feeds.marriages(0));

        assertThat(events).hasSize(Feeds.BATCH);
        assertThat(events.getFirst().getType()).isEqualTo("marriage.registered");
        assertThat(events.getFirst().getDimensions()).containsEntry("area", "48");
    }

    @Test
    void everyEventIsCountedAsNew() throws Exception {
        CountingLoop loop = new CountingLoop();
        loop.open();

        assertThat(loop.count()).isEqualTo(CountingLoop.EVENTS);

        loop.close();
    }

    private static Set<Object> subjects(List<LogEntry> entries) {
        return entries.stream().map(entry -> ((EventEntry) entry).identity()).collect(Collectors.toSet());
    }
}
