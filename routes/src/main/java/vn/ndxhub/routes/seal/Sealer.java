package vn.ndxhub.routes.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractWriter;

/** Seals one month of one source: what its feed held when the seal was asked for lies in front of every marker. */
public final class Sealer {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 200;

    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final SchemaRegistry registry;
    private final SourceLog log;
    private final String feedGroup;

    /** @param feedGroup the group that reads the feed of the source */
    public Sealer(
            Admin admin, Producer<byte[], byte[]> producer, SchemaRegistry registry, SourceLog log, String feedGroup) {
        this.admin = admin;
        this.producer = producer;
        this.registry = registry;
        this.log = log;
        this.feedGroup = feedGroup;
    }

    /**
     * Orders the seal, waits until the feed has been read up to where it stands now, and writes the markers. Markers of a
     * number that has been taken are no-ops, so that an unfinished seal is repeated with the same number.
     *
     * @throws SealDelayed when the feed has not been read up to its end in time, or the broker does not take it all
     */
    public void seal(YearMonth month, int number, String requestedBy, Duration patience) {
        SourceId source = log.source();
        Seal seal = new Seal(
                source.value(),
                month.toString(),
                number,
                requestedBy,
                Instant.now().toEpochMilli());
        order(source, seal);
        waitForFeed(source, patience);
        byte[] marker = writer().write(seal);
        byte[] key = Identity.of(source, "seal " + month + " " + number).toBytes();
        List<ProducerRecord<byte[], byte[]>> markers = new ArrayList<>();
        for (int partition = 0; partition < log.partitions(); partition++) {
            markers.add(new ProducerRecord<>(log.events(), partition, key, marker));
        }
        write(markers);
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> written =
                records.stream().map(producer::send).toList();
        producer.flush();
        try {
            for (Future<RecordMetadata> one : written) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealDelayed("Interrupted; the seal is not complete. Ask for it again.");
        } catch (ExecutionException e) {
            throw new SealDelayed(
                    "The broker has not taken all of the seal (" + e.getMessage() + "). Ask for it again.");
        }
    }

    private void order(SourceId source, Seal seal) {
        byte[] key = source.value().getBytes(StandardCharsets.UTF_8);
        write(List.of(new ProducerRecord<>(HubTopic.CONTROL.topic(), key, writer().write(seal))));
    }

    private ContractWriter<Seal> writer() {
        return new ContractWriter<>(registry, Seal.getClassSchema());
    }

    private void waitForFeed(SourceId source, Duration patience) {
        try {
            Map<TopicPartition, Long> ends = ends(source);
            long deadline = System.nanoTime() + patience.toNanos();
            while (!isReadUpTo(ends, source)) {
                if (System.nanoTime() > deadline) {
                    throw new SealDelayed("The feed of " + source + " is not read up to its end after " + patience
                            + "; nothing has been sealed. Ask again when its lag is 0.");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealDelayed("Interrupted; nothing has been sealed");
        } catch (ExecutionException | TimeoutException e) {
            throw new SealDelayed("The broker does not tell how far the feed of " + source + " is read ("
                    + e.getClass().getSimpleName() + "); nothing has been sealed");
        }
    }

    private Map<TopicPartition, Long> ends(SourceId source)
            throws ExecutionException, InterruptedException, TimeoutException {
        var description = admin.describeTopics(List.of(source.feedTopic()))
                .allTopicNames()
                .get(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS)
                .values();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        description.forEach(topic -> topic.partitions()
                .forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS)
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    // A transaction's marker stands at the end of a pulled feed and is never read: one offset of lag is none.
    private boolean isReadUpTo(Map<TopicPartition, Long> ends, SourceId source)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(feedGroup)
                .partitionsToOffsetAndMetadata()
                .get(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS);
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata committed = read.get(end.getKey());
            return end.getValue() == 0 || (committed != null && committed.offset() >= end.getValue() - 1);
        });
    }

    /** The seal has not been written: ask again. */
    public static final class SealDelayed extends RuntimeException {

        SealDelayed(String message) {
            super(message);
        }
    }
}
