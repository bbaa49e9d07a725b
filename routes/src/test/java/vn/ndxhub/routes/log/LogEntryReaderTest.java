package vn.ndxhub.routes.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.IdentityBytes;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contract.TopicIdBytes;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ContractWriter;

/** The short way over the bytes and the long one over Avro's own reader must come to the same entry. */
class LogEntryReaderTest {

    private static final long SEED = 7;

    private final HeldRegistry registry = new HeldRegistry();
    private final ContractWriter<EventBatch> writer = new ContractWriter<>(registry, EventBatch.getClassSchema());
    private final LogEntryReader reader = new LogEntryReader(registry);
    private final Random random = new Random(SEED);

    @Test
    void readsEveryEventAsItWasWritten() {
        for (int i = 0; i < 5_000; i++) {
            EventBatch batch = batch();

            assertThat(reader.read(writer.write(batch))).isEqualTo(expected(batch));
        }
    }

    @Test
    void writesEveryEventAsAvrosOwnWriterDoes() {
        EventBatchWriter own = new EventBatchWriter(registry);
        for (int i = 0; i < 5_000; i++) {
            EventBatch batch = batch();

            assertThat(own.write(LogEntryReader.header(batch), batch.getEvents()))
                    .isEqualTo(writer.write(batch));
        }
    }

    @Test
    void readsAnEventOfAnotherVersionOfTheContract() throws IOException {
        Schema other = withOneMoreField();
        LogEntryReader ofBoth = new LogEntryReader(new SchemaRegistry() {
            @Override
            public Schema schemaById(int id) {
                return id == 99 ? other : registry.schemaById(id);
            }

            @Override
            public int idOf(String subject, Schema schema) {
                return registry.idOf(subject, schema);
            }
        });
        for (int i = 0; i < 200; i++) {
            EventBatch batch = batch();

            assertThat(ofBoth.read(written(batch, other))).isEqualTo(expected(batch));
            assertThat(ofBoth.read(writer.write(batch))).isEqualTo(expected(batch));
        }
    }

    @Test
    void neverTakesForNothingWhatIsCutOrLonger() {
        byte[] whole = writer.write(batch());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(LogBroken.class);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> reader.read(longer)).isInstanceOf(LogBroken.class);
        assertThatThrownBy(() -> reader.read(null)).isInstanceOf(LogBroken.class);
    }

    @Test
    void readsOrRaisesAnAlarmWhateverIsInTheLog() {
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = writer.write(batch());
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
            }
            // Whether it is still an event is for the bytes to say; what counts is that nothing else comes of it.
            try {
                assertThat(reader.read(bytes)).isNotNull();
            } catch (LogBroken e) {
                assertThat(e).hasMessageContaining("cannot be read");
            }
        }
    }

    private EventBatch batch() {
        byte[] topic = new byte[TopicId.BYTES];
        random.nextBytes(topic);
        return new EventBatch(
                oneOf("library", "civil-registry", "land"),
                new TopicIdBytes(topic),
                random.nextLong(),
                (long) random.nextInt(3),
                events());
    }

    private List<StatusEvent> events() {
        return Stream.generate(this::event).limit(1 + random.nextInt(5)).toList();
    }

    private StatusEvent event() {
        StatusEvent event = new StatusEvent();
        byte[] subject = new byte[Identity.BYTES];
        random.nextBytes(subject);
        event.setIdentity(new IdentityBytes(subject));
        event.setEventId("e" + random.nextInt());
        event.setType(oneOf("book.lent", "birth.registered", "x"));
        event.setRetracts(random.nextBoolean() ? null : "đơn-" + random.nextInt());
        event.setOccurred(random.nextLong());
        event.setRecorded(random.nextInt());
        event.setQuantity(random.nextBoolean() ? 1 : random.nextLong());
        event.setAmount(random.nextBoolean() ? null : random.nextLong());
        event.setDimensions(dimensions());
        event.setContentHash(random.nextLong());
        event.setParty(random.nextBoolean() ? null : oneOf("ministry", "province"));
        event.setMode(random.nextBoolean() ? EntryMode.INTEGRATED : EntryMode.TYPED);
        event.setAuthor(random.nextBoolean() ? null : "sở " + random.nextInt());
        event.setSchemaId(random.nextBoolean() ? null : random.nextInt());
        event.setFeedPartition(random.nextInt(8));
        event.setFeedOffset(random.nextLong());
        event.setFeedIndex(random.nextInt(100) - 1);
        event.setIntake(random.nextLong());
        event.setAttempt(random.nextInt(3));
        return event;
    }

    private Map<String, String> dimensions() {
        List<String> names = new ArrayList<>(List.of("area", "party", "channel"));
        Collections.shuffle(names, random);
        Map<String, String> dimensions = new LinkedHashMap<>();
        names.subList(0, random.nextInt(4)).forEach(name -> dimensions.put(name, "c" + random.nextInt(500)));
        return dimensions;
    }

    private String oneOf(String... all) {
        return all[random.nextInt(all.length)];
    }

    private static List<EventEntry> expected(EventBatch batch) {
        return batch.getEvents().stream().map(event -> expected(batch, event)).toList();
    }

    private static EventEntry expected(EventBatch batch, StatusEvent event) {
        Long amount = event.getAmount();
        return new EventEntry(
                Identity.at(event.getIdentity().bytes(), 0),
                event.getRetracts(),
                event.getType(),
                event.getOccurred(),
                event.getRecorded(),
                event.getQuantity(),
                amount == null ? 0 : amount,
                Dimensions.of(event.getDimensions()),
                event.getContentHash(),
                new DefinitionHashes(batch.getMapping(), batch.getIndicators()),
                new EventEntry.Arrival(
                        new Origin(
                                new FeedTopic(
                                        new SourceId(batch.getSource()),
                                        TopicId.of(batch.getFeedTopicId().bytes())),
                                event.getFeedPartition(),
                                event.getFeedOffset(),
                                event.getFeedIndex()),
                        event.getIntake(),
                        event.getAttempt(),
                        event.getParty()));
    }

    private static Schema withOneMoreField() {
        Schema batch = Contracts.published(EventBatch.getClassSchema());
        Schema own = batch.getField("events").schema().getElementType();
        List<Schema.Field> fields = new ArrayList<>();
        own.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(3, new Schema.Field("later", Schema.create(Schema.Type.STRING), "Comes with a later version.", ""));
        Schema longer = Schema.createRecord(own.getName(), own.getDoc(), own.getNamespace(), false, fields);
        List<Schema.Field> ofBatch = new ArrayList<>();
        batch.getFields()
                .forEach(field -> ofBatch.add(
                        field.name().equals("events")
                                ? new Schema.Field("events", Schema.createArray(longer), "Events.")
                                : new Schema.Field(field, field.schema())));
        return Schema.createRecord(batch.getName(), batch.getDoc(), batch.getNamespace(), false, ofBatch);
    }

    private static byte[] written(EventBatch written, Schema schema) throws IOException {
        Schema longer = schema.getField("events").schema().getElementType();
        GenericRecord batch = new GenericData.Record(schema);
        written.getSchema().getFields().forEach(field -> batch.put(field.name(), written.get(field.pos())));
        batch.put(
                "events",
                written.getEvents().stream().map(event -> longer(event, longer)).toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, 0, 0, 0, 99});
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(batch, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static GenericRecord longer(StatusEvent event, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        event.getSchema().getFields().forEach(field -> record.put(field.name(), event.get(field.pos())));
        record.put("later", "something");
        return record;
    }
}
