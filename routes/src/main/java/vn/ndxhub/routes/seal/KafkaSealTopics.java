package vn.ndxhub.routes.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.core.seal.SealDecision;
import vn.ndxhub.core.seal.SealDelayed;
import vn.ndxhub.core.seal.SealOrder;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.core.seal.SealTopics;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractWriter;

/** The effects of sealing one source, on Kafka. Each record is written by a producer of its own: seals are a few a month. */
public final class KafkaSealTopics implements SealTopics {

    private final SourceLog log;
    private final Reading reading;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final SchemaRegistry registry;

    /**
     * What is read.
     *
     * @param feed how far the source's feed is read
     * @param patience how long to wait for the feed
     * @param acknowledged see {@link SealTopics#acknowledged}
     */
    public record Reading(OrderedSeals orders, CommittedPositions feed, Duration patience, IntSupplier acknowledged) {}

    public KafkaSealTopics(
            SourceLog log, Reading reading, Supplier<Producer<byte[], byte[]>> producers, SchemaRegistry registry) {
        this.log = log;
        this.reading = reading;
        this.producers = producers;
        this.registry = registry;
    }

    @Override
    public SealOrders orders() {
        return reading.orders().of(log.source());
    }

    @Override
    public void order(SealOrder order) {
        byte[] key = log.source().value().getBytes(StandardCharsets.UTF_8);
        write(new ProducerRecord<>(HubTopic.CONTROL.topic(), key, bytes(order)));
    }

    @Override
    public void awaitFeed() {
        reading.feed().await(reading.patience());
    }

    @Override
    public int partitions() {
        return log.partitions();
    }

    @Override
    public void mark(int partition, SealDecision.Accepted seal) {
        byte[] key = Identity.of(log.source(), "seal " + seal.month() + " " + seal.number())
                .toBytes();
        write(new ProducerRecord<>(log.events(), partition, key, bytes(seal.order())));
    }

    @Override
    public int acknowledged() {
        return reading.acknowledged().getAsInt();
    }

    private byte[] bytes(SealOrder order) {
        Seal seal = new Seal(
                log.source().value(),
                order.month().toString(),
                order.number(),
                order.requestedBy(),
                order.requestedAt());
        return new ContractWriter<Seal>(registry, Seal.getClassSchema()).write(seal);
    }

    private void write(ProducerRecord<byte[], byte[]> record) {
        try (Producer<byte[], byte[]> producer = producers.get()) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealDelayed("Interrupted while the seal was written; look at the seals before you ask again.");
        } catch (ExecutionException e) {
            throw notTaken(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw notTaken(e);
        }
    }

    // An order that the broker has taken without saying so is completed by itself.
    private static SealDelayed notTaken(Throwable cause) {
        return new SealDelayed("The broker has not confirmed all of the seal ("
                + cause.getClass().getSimpleName() + "). Look at the seals before you ask again.");
    }
}
