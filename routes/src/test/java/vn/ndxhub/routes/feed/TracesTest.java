package vn.ndxhub.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.LibraryFeed;
import vn.ndxhub.routes.log.LogEntryReader;

class TracesTest {

    private static final FeedTopic AGAIN = new FeedTopic(LibraryFeed.LIBRARY, new TopicId(8, 8));
    private static final DefinitionHashes OTHER = new DefinitionHashes(1, 2);

    private final HeldRegistry registry = new HeldRegistry();
    private final LibraryFeed library = new LibraryFeed();
    private final Traces traces = new Traces(registry, new SourceLog(LibraryFeed.LIBRARY, 1, 1));
    private final List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();

    @Test
    void gathersEventsThatHaveTheirHeaderInCommon() {
        read(LibraryFeed.FEED, library.definitions(), "a");
        read(LibraryFeed.FEED, new DefinitionHashes(1, 1), "b");
        traces.close(written::add);

        assertThat(written).hasSize(1);
        assertThat(entries(0)).hasSize(2);
    }

    @Test
    void endsABatchWhereTheFeedIsAnotherTopic() {
        read(LibraryFeed.FEED, library.definitions(), "a");
        read(AGAIN, library.definitions(), "b");
        traces.close(written::add);

        assertThat(written).hasSize(2);
        assertThat(entries(0)).extracting(e -> e.arrival().origin().topic()).containsExactly(LibraryFeed.FEED);
        assertThat(entries(1)).extracting(e -> e.arrival().origin().topic()).containsExactly(AGAIN);
    }

    @Test
    void endsABatchWhereEventsAreBoundToOtherDefinitions() {
        read(LibraryFeed.FEED, library.definitions(), "a");
        read(LibraryFeed.FEED, OTHER, "b");
        traces.close(written::add);

        assertThat(written).hasSize(2);
        assertThat(entries(0)).extracting(EventEntry::definitions).containsExactly(library.definitions());
        assertThat(entries(1)).extracting(EventEntry::definitions).containsExactly(OTHER);
    }

    private void read(FeedTopic topic, DefinitionHashes definitions, String id) {
        byte[] value = ("lent " + id).getBytes(StandardCharsets.UTF_8);
        FeedRecord record = new FeedRecord(topic, 0, 0, LibraryFeed.INTAKE, null, value, 0);
        library.normalise(record, traces.of(record, definitions, written::add));
    }

    private List<EventEntry> entries(int record) {
        return new LogEntryReader(registry)
                .read(written.get(record).value()).stream()
                        .map(EventEntry.class::cast)
                        .toList();
    }
}
