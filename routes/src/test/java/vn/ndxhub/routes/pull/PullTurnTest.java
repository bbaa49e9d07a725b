package vn.ndxhub.routes.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ndxhub.routes.LibraryFeed.LIBRARY;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.pull.Page;
import vn.ndxhub.connectors.pull.PageFault;
import vn.ndxhub.connectors.pull.PullResult;
import vn.ndxhub.schemas.topics.HubTopic;

class PullTurnTest {

    private static final int PARTITIONS = 8;

    private final PullOwners owners = new PullOwners(PARTITIONS);
    private final Deque<PullResult> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private String committed;
    private final PullTurn turn = new PullTurn(
            LIBRARY,
            position -> {
                asked.add(position);
                return answers.isEmpty() ? new PullResult.NothingNew() : answers.poll();
            },
            owners,
            this::claim,
            PageTimestamps.PAGE);

    /** What a process does that takes the source over: a producer that has begun, and the cursor as it was committed. */
    private PullTurn.Claim claim() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producers.add(producer);
        return new PullTurn.Claim(producer, committed);
    }

    private void own() {
        owners.opened(List.of(new TopicPartition(HubTopic.CURSORS.topic(), owners.partition(LIBRARY))));
    }

    private static PullResult page(int sequence) {
        byte[] body = ("page " + sequence).getBytes(StandardCharsets.UTF_8);
        return new PullResult.Pulled(new Page(body, "c" + sequence, "next-" + sequence, sequence, 1_000L * sequence));
    }

    /** What readers of committed records see, as topic, timestamp and value. */
    private static List<String> committed(MockProducer<byte[], byte[]> producer) {
        return producer.history().stream()
                .map(record -> record.topic() + " " + record.timestamp() + " "
                        + new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void writesAPageAndTheCursorBehindItInOneTransaction() {
        own();
        answers.add(page(1));
        answers.add(page(2));

        turn.pull();

        MockProducer<byte[], byte[]> producer = producers.getFirst();
        assertThat(producer.commitCount()).isEqualTo(2);
        assertThat(committed(producer))
                .containsExactly(
                        "feed.library 1000 page 1",
                        "hub.cursors null next-1",
                        "feed.library 2000 page 2",
                        "hub.cursors null next-2");
        assertThat(producer.history().get(1).partition()).isEqualTo(owners.partition(LIBRARY));
        assertThat(asked).containsExactly(null, "next-1", "next-2");
        assertThat(turn.failure()).isNull();
    }

    @Test
    void passesOnTheErrorBehindAFailure() throws InterruptedException {
        own();
        PullTurn hidingAnError = new PullTurn(
                LIBRARY,
                position -> {
                    throw new IllegalStateException(new InternalError("as thrown by a test"));
                },
                owners,
                this::claim,
                PageTimestamps.PAGE);
        List<Throwable> handled = new ArrayList<>();

        Thread pulling = Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, failure) -> handled.add(failure))
                .start(hidingAnError::pull);
        pulling.join();

        assertThat(handled).first().isInstanceOf(InternalError.class);
    }

    @Test
    void goesOnFromTheCommittedCursor() {
        own();
        committed = "next-41";

        turn.pull();

        assertThat(asked).containsExactly("next-41");
    }

    @Test
    void takesNoPageOutOfTurnAndSaysSo() {
        own();
        answers.add(page(1));
        answers.add(new PullResult.Refused(PageFault.SKIPPED, "page 3 follows page 1"));

        turn.pull();

        assertThat(committed(producers.getFirst()))
                .containsExactly("feed.library 1000 page 1", "hub.cursors null next-1");
        assertThat(turn.failure()).isEqualTo("page refused: " + PageFault.SKIPPED);
    }

    @Test
    void asksAgainFromTheSamePositionUntilTheRightPageComes() {
        own();
        answers.add(new PullResult.Refused(PageFault.SKIPPED, "page 2 comes first"));

        turn.pull();
        answers.add(page(1));
        turn.pull();

        assertThat(asked).containsExactly(null, null, "next-1");
        assertThat(turn.failure()).isNull();
    }

    @Test
    void writesNothingOnceAnotherHasTakenTheSourceOver() {
        own();
        turn.pull();
        producers.getFirst().fenceProducer();
        answers.add(page(1));

        assertThatThrownBy(turn::pull).isInstanceOf(ProducerFencedException.class);

        assertThat(committed(producers.getFirst())).isEmpty();
        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(turn.failure()).isEqualTo("ProducerFencedException");
    }

    @Test
    void readsItsCursorAgainAfterAFailure() {
        own();
        turn.pull();
        producers.getFirst().commitTransactionException = new TimeoutException("no answer");
        answers.add(page(1));
        assertThatThrownBy(turn::pull).isInstanceOf(TimeoutException.class);
        committed = "next-1";

        turn.pull();

        assertThat(asked).containsExactly(null, null, "next-1");
        assertThat(producers).hasSize(2);
    }

    @Test
    void asksForNothingThatIsAnothersToPull() {
        turn.pull();

        assertThat(asked).isEmpty();
        assertThat(producers).isEmpty();
    }

    @Test
    void letsGoOfWhatIsTakenAway() {
        own();
        turn.pull();
        owners.closed(List.of(new TopicPartition(HubTopic.CURSORS.topic(), owners.partition(LIBRARY))));

        turn.pull();

        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(asked).hasSize(1);
    }
}
