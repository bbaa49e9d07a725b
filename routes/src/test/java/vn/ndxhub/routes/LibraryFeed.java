package vn.ndxhub.routes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.ItemSink;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.connectors.normalise.ReasonCode;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.log.BatchHeader;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.IdentityBytes;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.wire.ConfluentWire;

/** An invented source whose records say in a word what they are: {@code lent a} is the event a; else the code of a refusal. */
public final class LibraryFeed implements Normaliser {

    public static final SourceId LIBRARY = new SourceId("library");
    public static final long INTAKE = Instant.parse("2023-09-10T03:00:00Z").toEpochMilli();

    /** The feed's topic, and what its events are bound to. */
    public static final FeedTopic FEED = new FeedTopic(LIBRARY, new TopicId(7, 7));

    public static final BatchHeader HEADER = new BatchHeader(FEED, new DefinitionHashes(1, 1));

    @Override
    public DefinitionHashes definitions() {
        return HEADER.definitions();
    }

    @Override
    public @Nullable String waitsFor(byte @Nullable [] value) {
        return value != null && new String(value, StandardCharsets.UTF_8).equals("registry-unavailable")
                ? "the registry is away"
                : null;
    }

    @Override
    public void normalise(FeedRecord record, ItemSink sink) {
        byte[] value = record.value();
        int start = ConfluentWire.isFramed(value) ? ConfluentWire.HEADER_BYTES : 0;
        String said = new String(value, start, value.length - start, StandardCharsets.UTF_8);
        if (said.startsWith("lent ")) {
            String id = said.substring("lent ".length());
            sink.event(lent(id, record), Identity.of(LIBRARY, id));
        } else {
            sink.refused(new Refused(reason(said), "Say it again.", "loan", 0, Refused.Known.NOTHING, record.value()));
        }
    }

    private static ReasonCode reason(String code) {
        return ReasonCode.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static StatusEvent lent(String id, FeedRecord record) {
        StatusEvent event = new StatusEvent();
        event.setIdentity(new IdentityBytes(Identity.of(LIBRARY, id).toBytes()));
        event.setEventId(id);
        event.setType("book.lent");
        event.setOccurred(INTAKE);
        event.setRecorded(INTAKE);
        event.setQuantity(1);
        event.setDimensions(Map.of("area", "01"));
        event.setMode(EntryMode.INTEGRATED);
        event.setFeedPartition(record.partition());
        event.setFeedOffset(record.offset());
        event.setIntake(record.timestamp());
        event.setAttempt(record.attempt());
        return event;
    }

    /** One poll of one partition of the feed, from offset 0 on. */
    public static RecordBatch poll(String... values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String value : values) {
            records.add(new ConsumerRecord<>(
                    LIBRARY.feedTopic(),
                    0,
                    records.size(),
                    INTAKE,
                    org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                    0,
                    value.length(),
                    "key".getBytes(StandardCharsets.UTF_8),
                    value.getBytes(StandardCharsets.UTF_8),
                    new org.apache.kafka.common.header.internals.RecordHeaders(),
                    java.util.Optional.empty()));
        }
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
        byPartition.put(new TopicPartition(LIBRARY.feedTopic(), 0), records);
        return new RecordBatch(FEED.id(), new ConsumerRecords<>(byPartition, Map.of()));
    }
}
