package vn.ndxhub.routes.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.core.seal.SealDecision;
import vn.ndxhub.core.seal.SealDelayed;
import vn.ndxhub.core.seal.SealOrder;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.wire.ContractReader;

class KafkaSealTopicsTest {

    private static final SealOrder ORDER = new SealOrder(YearMonth.of(2023, 8), 3, "operator", 7);
    private final HeldRegistry registry = new HeldRegistry();
    private final List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();

    @Test
    void writesAnOrderToTheControlTopic() {
        topics(new Taking()).order(ORDER);

        assertThat(written).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("hub.control");
            assertThat(record.key()).asString().isEqualTo("library");
            assertThat(read(record)).isEqualTo(new Seal("library", "2023-08", 3, "operator", 7L));
        });
    }

    @Test
    void writesAMarkerIntoItsPartition() {
        topics(new Taking()).mark(2, new SealDecision.Accepted(ORDER, 0));

        assertThat(written).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("hub.events.library.2");
            assertThat(record.partition()).isEqualTo(2);
            assertThat(read(record)).isEqualTo(new Seal("library", "2023-08", 3, "operator", 7L));
        });
    }

    @Test
    void saysWhenTheBrokerDoesNotTakeTheSeal() {
        KafkaSealTopics topics = topics(new Refusing());

        assertThatExceptionOfType(SealDelayed.class)
                .isThrownBy(() -> topics.order(ORDER))
                .withMessage("The broker has not confirmed all of the seal (AuthorizationException)."
                        + " Look at the seals before you ask again.");
    }

    private KafkaSealTopics topics(Producer<byte[], byte[]> producer) {
        return new KafkaSealTopics(
                new SourceLog(new SourceId("library"), 2, 4),
                new KafkaSealTopics.Reading(
                        new OrderedSeals((from, taker) -> 0),
                        new CommittedPositions(null, "feed.library", "hub-feed-library"),
                        Duration.ZERO,
                        () -> 0),
                () -> producer,
                registry);
    }

    private Object read(ProducerRecord<byte[], byte[]> record) {
        return new ContractReader(registry, Set.of(Seal.class)).read(record.value());
    }

    private final class Taking extends MockProducer<byte[], byte[]> {

        Taking() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            written.add(record);
            return super.send(record);
        }
    }

    private static final class Refusing extends MockProducer<byte[], byte[]> {

        Refusing() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            return CompletableFuture.failedFuture(new AuthorizationException("no right to write"));
        }
    }
}
