package vn.ndxhub.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.LibraryFeed;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.ReadGate;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.log.LogEntryReader;

/** The route as it runs, but for the broker: polls are handed to it, and its producers keep what they get. */
class FeedRouteTest {

    private final HeldRegistry registry = new HeldRegistry();
    private final LogEntryReader reader = new LogEntryReader(registry);
    private final Deque<MockProducer<byte[], byte[]>> producers = new ArrayDeque<>();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        Properties groups = new Properties();
        groups.put("hub.groups.feed", "hub-feed");
        context.getPropertiesComponent().setInitialProperties(groups);
        context.addComponent(
                BatchComponent.SCHEME,
                new BatchComponent(
                        new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1")),
                        null,
                        topic -> Optional.empty()));
        context.addRoutesConfigurations(new BatchFailures());
    }

    private @Nullable String full;

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private void given(int logPartitions) throws Exception {
        context.addRoutes(new FeedRoute(
                LibraryFeed.LIBRARY,
                new NormaliseBatch(
                        LibraryFeed.LIBRARY,
                        new LibraryFeed(),
                        new Traces(registry, new SourceLog(LibraryFeed.LIBRARY, 1, logPartitions)),
                        () -> full),
                new WriteOutputs(() -> producers.isEmpty() ? producer() : producers.peek())));
        AdviceWith.adviceWith(context, "feed-library", route -> route.replaceFromWith("direct:poll"));
        context.start();
    }

    private MockProducer<byte[], byte[]> producer() {
        producers.add(new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()));
        return producers.peek();
    }

    private Exchange poll(RecordBatch batch) {
        return context.createProducerTemplate()
                .send("direct:poll", exchange -> exchange.getIn().setBody(batch));
    }

    private List<ProducerRecord<byte[], byte[]>> written(String topic) {
        return producers.getLast().history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    /** What stands in the event log, a line a record. */
    private List<String> log() {
        return written("hub.events.library").stream()
                .map(record -> record.partition() + ": "
                        + reader.read(record.value()).stream()
                                .map(FeedRouteTest::inAWord)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String inAWord(LogEntry entry) {
        return switch (entry) {
            case EventEntry event -> "lent@" + event.arrival().origin().offset();
            case RefusalEntry refusal ->
                refusal.reason() + "@" + refusal.arrival().origin().offset();
            default -> entry.toString();
        };
    }

    @Test
    void keepsTheBytesOfARejectAndSaysWhy() throws Exception {
        given(1);

        poll(LibraryFeed.poll("lent a", "unreadable"));

        ProducerRecord<byte[], byte[]> reject =
                written("hub.rejects.library").stream().findFirst().orElseThrow();
        assertThat(reject.key()).asString(StandardCharsets.UTF_8).isEqualTo("key");
        assertThat(reject.value()).asString(StandardCharsets.UTF_8).isEqualTo("unreadable");
        assertThat(headers(reject))
                .containsEntry("hub-reason", "unreadable")
                .containsEntry("hub-message", "Say it again.")
                .containsEntry("hub-field", "loan")
                .containsEntry("hub-source", "library")
                .containsEntry("hub-origin-offset", "1")
                .containsEntry("hub-attempt", "0");
    }

    @Test
    void restsBeforeARecordAboutWhichTheRegistryCannotBeAsked() throws Exception {
        given(1);
        ReadGate gate = context.getRegistry().lookupByNameAndType("decidable-library", ReadGate.class);

        assertThat(LibraryFeed.poll("lent a", "registry-unavailable", "unknown-schema")
                        .records())
                .extracting(gate::waitsFor)
                .containsExactly(null, "the registry is away", null);
    }

    @Test
    void waitsWhileThereIsNoRoomForWhatItMayHaveToPark() throws Exception {
        given(1);
        ReadGate gate = context.getRegistry().lookupByNameAndType("decidable-library", ReadGate.class);
        full = "hub.parked.library is full";

        assertThat(LibraryFeed.poll("lent a").records())
                .extracting(gate::waitsFor)
                .containsExactly("hub.parked.library is full");
    }

    @Test
    void makesTheEventsOfAPollOneBatchAPartition() throws Exception {
        given(2);

        poll(LibraryFeed.poll("lent a", "lent b", "lent c", "lent d", "lent e", "lent f"));

        assertThat(log()).hasSize(2).containsExactlyInAnyOrder(batch(0), batch(1));
    }

    /** What of the letters belongs into a partition, in order. */
    private static String batch(int partition) {
        List<String> entries = new ArrayList<>();
        for (int offset = 0; offset < 6; offset++) {
            String id = String.valueOf((char) ('a' + offset));
            if (Identity.of(LibraryFeed.LIBRARY, id).partition(2) == partition) {
                entries.add("lent@" + offset);
            }
        }
        return partition + ": " + String.join(" ", entries);
    }

    @Test
    void putsARefusalBehindTheEventsThatCameBeforeIt() throws Exception {
        given(1);

        poll(LibraryFeed.poll("lent a", "lent b", "unreadable", "lent c"));

        assertThat(log()).containsExactly("0: lent@0 lent@1", "0: unreadable@2", "0: lent@3");
    }

    @Test
    void acknowledgesOnceTheProducerHasAll() throws Exception {
        RecordBatch batch = LibraryFeed.poll("lent a", "unreadable");
        List<Boolean> acknowledged = new ArrayList<>();
        producers.add(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                acknowledged.add(batch.isAcknowledged());
                super.flush();
                acknowledged.add(batch.isAcknowledged());
            }
        });
        given(1);

        Exchange exchange = poll(batch);

        assertThat(exchange.getException()).isNull();
        assertThat(acknowledged).containsExactly(false, false);
        assertThat(batch.isAcknowledged()).isTrue();
    }

    @Test
    void leavesABatchUnacknowledgedOfWhichTheBrokerRefusesARecord() throws Exception {
        RecordBatch batch = LibraryFeed.poll("lent a", "unreadable");
        producers.add(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                completeNext();
                errorNext(new TimeoutException("the rejects are away"));
                super.flush();
            }
        });
        given(1);

        Exchange exchange = poll(batch);

        assertThat(exchange.getException())
                .isInstanceOf(KafkaException.class)
                .hasRootCauseMessage("the rejects are away");
        assertThat(batch.isAcknowledged()).isFalse();
    }

    @Test
    void leavesNothingOfAFailedAttemptInTheNext() throws Exception {
        MockProducer<byte[], byte[]> failing = producer();
        failing.sendException = new TimeoutException("no room");
        given(1);
        RecordBatch batch = LibraryFeed.poll("lent a", "unreadable", "lent b");

        Exchange first = poll(batch);
        producers.clear();
        Exchange second = poll(batch);

        assertThat(first.getException()).isInstanceOf(KafkaException.class);
        assertThat(failing.closed()).isTrue();
        assertThat(second.getException()).isNull();
        assertThat(log()).containsExactly("0: lent@0", "0: unreadable@1", "0: lent@2");
        assertThat(batch.isAcknowledged()).isTrue();
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new java.util.TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
