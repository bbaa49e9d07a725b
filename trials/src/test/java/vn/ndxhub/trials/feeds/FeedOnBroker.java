package vn.ndxhub.trials.feeds;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.routes.batch.AcceptedTopic;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.RecordBatch;

/** A feed on a real broker, and the hub's own reader of it. */
final class FeedOnBroker implements AutoCloseable {

    private final Admin admin;
    private final String bootstrapServers;
    private final String topic;
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final BatchComponent readers;
    private volatile @Nullable AcceptedTopic accepted;
    private @Nullable DefaultCamelContext context;

    private FeedOnBroker(Admin admin, String bootstrapServers, String topic) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.readers = new BatchComponent(
                new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers, "metadata.max.age.ms", "500")),
                admin,
                name -> Optional.ofNullable(accepted));
    }

    static FeedOnBroker create(Admin admin, String bootstrapServers, String topic, int partitions) throws Exception {
        FeedOnBroker feed = new FeedOnBroker(admin, bootstrapServers, topic);
        feed.create(partitions);
        feed.accepted = AcceptedTopic.seen(feed.id());
        return feed;
    }

    private void create(int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> described().partitions().size() == partitions);
    }

    void createAgain(int partitions) throws Exception {
        admin.deleteTopics(List.of(topic)).all().get();
        Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic));
        create(partitions);
    }

    void grow(int partitions) throws Exception {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                .all()
                .get();
        Awaitility.await().until(() -> described().partitions().size() == partitions);
    }

    String id() throws Exception {
        return described().topicId().toString();
    }

    void accept(AcceptedTopic as) {
        accepted = as;
    }

    private TopicDescription described() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    }

    void startReading() throws Exception {
        DefaultCamelContext fresh = new DefaultCamelContext();
        fresh.addComponent(BatchComponent.SCHEME, readers);
        fresh.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kafka-batch:" + topic + "?group=readers-" + topic)
                        .bean(FeedOnBroker.this, "take")
                        .bean(new AcknowledgeBatch(), "acknowledge");
            }
        });
        fresh.start();
        context = fresh;
    }

    void stopReading() {
        DefaultCamelContext running = context;
        context = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Part of the route. */
    public RecordBatch take(RecordBatch batch) {
        batch.records().forEach(record -> read.add(new String(record.value(), StandardCharsets.UTF_8)));
        return batch;
    }

    List<String> read() {
        return List.copyOf(read);
    }

    @Nullable
    String failure() {
        return readers.states().iterator().next().failure();
    }

    /** One record in partition 0, and the mark behind it. */
    void transaction(String value, boolean isCommitted) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "of-" + topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(StandardCharsets.UTF_8)));
            producer.flush();
            if (isCommitted) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    void send(int partition, String... values) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, partition, null, value.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** What the reader has committed of the partitions that hold anything. */
    Map<TopicPartition, Long> committed() throws Exception {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.listConsumerGroupOffsets("readers-" + topic)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, position) -> committed.put(partition, position.offset()));
        return committed;
    }

    /** Where those partitions end, whatever of them is shown to readers. */
    Map<TopicPartition, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        described()
                .partitions()
                .forEach(each -> wanted.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, end) -> {
            if (end.offset() > 0) {
                ends.put(partition, end.offset());
            }
        });
        return ends;
    }

    void removeAll() throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        ends().forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        admin.deleteRecords(all).all().get();
    }

    @Override
    public void close() {
        stopReading();
        readers.stop();
    }
}
