package vn.ndxhub.simulation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import vn.ndxhub.simulation.process.Killed;
import vn.ndxhub.simulation.process.SimClock;
import vn.ndxhub.simulation.process.SimProcess;

/** The rules of the simulated broker, each as the real one has it. */
class SimBrokerTest {

    private static final TopicPartition FEED = new TopicPartition("feed", 0);
    private static final Duration NOW = Duration.ZERO;

    private final SimClock clock = new SimClock(Instant.parse("2023-09-01T00:00:00Z"));
    private final SimBroker broker = new SimBroker(clock);
    private final SimProcess process = new SimProcess("agency", new Random(1));
    private final Clients clients = new Clients(broker, process);

    SimBrokerTest() {
        broker.create("feed", 1, false);
    }

    @Test
    void showsNothingBehindAnOpenTransaction() {
        Producer<byte[], byte[]> slow = begun("slow");
        slow.send(record("a"));
        clients.producer().send(record("b"));
        Consumer<byte[], byte[]> reader = reader();

        assertThat(values(reader)).isEmpty();
        slow.commitTransaction();

        assertThat(values(reader)).containsExactly("a", "b");
    }

    @Test
    void readsOnBehindAnAbortedTransactionAlthoughItGivesNoRecord() {
        Producer<byte[], byte[]> producer = begun("agency");
        producer.send(record("lost"));
        producer.abortTransaction();
        Consumer<byte[], byte[]> reader = reader();

        assertThat(values(reader)).isEmpty();

        assertThat(reader.position(FEED)).isEqualTo(broker.end(FEED)).isEqualTo(2);
    }

    @Test
    void fencesTheEarlierOfTwoProducersAndEndsItsTransaction() {
        Producer<byte[], byte[]> zombie = begun("pull");
        zombie.send(record("half"));
        Producer<byte[], byte[]> next = begun("pull");
        next.send(record("whole"));
        next.commitTransaction();

        assertThatThrownBy(zombie::commitTransaction).isInstanceOf(ProducerFencedException.class);

        assertThat(values(reader())).containsExactly("whole");
    }

    @Test
    void endsATransactionThatIsOpenForTooLong() {
        begun("dead").send(record("half"));
        clock.pass(Duration.ofSeconds(11));

        broker.endOverdueTransactions();

        assertThat(broker.lastStable(FEED)).isEqualTo(broker.end(FEED));
    }

    @Test
    void refusesAPositionThatRetentionHasPassed() {
        clients.producer().send(record("a"));
        clients.producer().send(record("b"));
        Consumer<byte[], byte[]> reader = reader();
        broker.deleteBefore(FEED, 1);

        assertThatThrownBy(() -> reader.poll(NOW)).isInstanceOf(OffsetOutOfRangeException.class);
    }

    @Test
    void givesOffsetsAgainAfterItsEndWasLost() {
        clients.producer().send(record("a"));
        clients.producer().send(record("b"));
        broker.truncate(FEED, 1);

        clients.producer().send(record("c"));

        assertThat(values(reader())).containsExactly("a", "c");
    }

    @Test
    void keepsTheNewestOfAKeyWhenItCompacts() {
        broker.create("counters", 1, true);
        for (String value : List.of("1", "2", "3")) {
            clients.producer().send(new ProducerRecord<>("counters", 0, bytes("key"), bytes(value)));
        }

        broker.compact("counters");

        assertThat(broker.records("counters"))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isEqualTo(bytes("3")));
    }

    @Test
    void refusesACommitOfAnEarlierGeneration() {
        Heard first = new Heard();
        Consumer<byte[], byte[]> frozen = member(first);
        frozen.poll(NOW);
        clock.pass(Duration.ofSeconds(9));
        broker.expireMembers();
        Heard second = new Heard();
        member(second).poll(NOW);

        assertThatThrownBy(() -> frozen.commitSync(Map.of(FEED, new OffsetAndMetadata(1))))
                .isInstanceOf(CommitFailedException.class);

        assertThat(second.assigned).containsExactly(FEED);
    }

    @Test
    void forgetsWhatWasCommittedWithItsTopic() {
        Consumer<byte[], byte[]> reader = member(new Heard());
        reader.poll(NOW);
        reader.commitSync(Map.of(FEED, new OffsetAndMetadata(0)));

        broker.delete("feed");
        broker.create("feed", 1, false);

        assertThat(broker.committed("readers")).isEmpty();
    }

    @Test
    void killsAProcessBetweenItsEffects() {
        process.killRate(1);

        assertThatThrownBy(() -> clients.producer().send(record("a"))).isInstanceOf(Killed.class);
        assertThatThrownBy(() -> clients.producer().send(record("b"))).isInstanceOf(Killed.class);

        assertThat(broker.end(FEED)).isLessThanOrEqualTo(1);
    }

    private Producer<byte[], byte[]> begun(String id) {
        Producer<byte[], byte[]> producer = clients.transactional(id);
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    private Consumer<byte[], byte[]> reader() {
        Consumer<byte[], byte[]> reader = clients.consumer(null, 100);
        reader.assign(List.of(FEED));
        reader.seek(FEED, 0);
        return reader;
    }

    private Consumer<byte[], byte[]> member(Heard heard) {
        Consumer<byte[], byte[]> member = clients.consumer("readers", 100);
        heard.seeks = member;
        member.subscribe(List.of("feed"), heard);
        return member;
    }

    private static final class Heard implements ConsumerRebalanceListener {
        private final List<TopicPartition> assigned = new ArrayList<>();
        private Consumer<byte[], byte[]> seeks;

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            assigned.addAll(partitions);
            partitions.forEach(partition -> seeks.seek(partition, 0));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            assigned.removeAll(partitions);
        }
    }

    private static List<String> values(Consumer<byte[], byte[]> reader) {
        List<String> values = new ArrayList<>();
        reader.poll(NOW).forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
        return values;
    }

    private static ProducerRecord<byte[], byte[]> record(String value) {
        return new ProducerRecord<>("feed", 0, null, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
