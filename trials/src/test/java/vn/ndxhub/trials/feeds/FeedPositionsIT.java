package vn.ndxhub.trials.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.routes.batch.AcceptedTopic;
import vn.ndxhub.sandbox.world.World;

/** What only a real broker shows: marks of transactions, retention, partitions that are added, topics that are created again. */
class FeedPositionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static World world;
    private static Admin admin;

    private FeedOnBroker feed;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        admin = Admin.create(Map.of("bootstrap.servers", world.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        world.close();
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void readsAFeedToItsEndThatEndsInAnAbortedTransaction() throws Exception {
        feed = FeedOnBroker.create(admin, world.bootstrapServers(), "feed.aborted", 2);
        feed.startReading();
        feed.transaction("counted", true);
        feed.transaction("aborted", false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.committed()).isEqualTo(feed.ends()));

        assertThat(feed.read()).containsExactly("counted");
        assertThat(feed.ends()).containsEntry(new TopicPartition("feed.aborted", 0), 4L);
        feed.transaction("aborted later", false);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.committed()).isEqualTo(feed.ends()));
    }

    @Test
    void raisesNoAlarmAboutAQuietFeedOfWhichRetentionHasRemovedAll() throws Exception {
        feed = FeedOnBroker.create(admin, world.bootstrapServers(), "feed.quiet", 1);
        feed.startReading();
        feed.transaction("old", true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.committed()).isEqualTo(feed.ends()));
        feed.stopReading();
        feed.removeAll();

        feed.startReading();
        feed.transaction("new", true);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.read()).containsExactly("old", "new"));
        assertThat(feed.failure()).isNull();
    }

    @Test
    void readsPartitionsThatAreAddedWhileItReads() throws Exception {
        feed = FeedOnBroker.create(admin, world.bootstrapServers(), "feed.grown", 1);
        feed.startReading();
        feed.send(0, "before");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.read()).containsExactly("before"));

        feed.grow(5);
        feed.send(4, "in a new partition");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.read()).containsExactly("before", "in a new partition"));
        assertThat(feed.failure()).isNull();
    }

    @Test
    void stopsAtAFeedThatIsCreatedAgainUntilThatIsAccepted() throws Exception {
        feed = FeedOnBroker.create(admin, world.bootstrapServers(), "feed.again", 1);
        feed.startReading();
        feed.send(0, "one", "two");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.read()).containsExactly("one", "two"));

        feed.createAgain(1);
        feed.send(0, "three", "four", "five");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.failure()).contains("is not the one that was read before"));
        assertThat(feed.read()).containsExactly("one", "two");

        feed.accept(new AcceptedTopic(feed.id(), List.of(0L)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.read()).containsExactly("one", "two", "three", "four", "five"));
        assertThat(feed.failure()).isNull();
    }
}
