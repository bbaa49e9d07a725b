package vn.ndxhub.trials.loops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** Feed records as the databases write them, each another event. */
final class NativeFeed {

    static final SourceId INSURANCE = new SourceId("insurance");
    static final SourceId CIVIL_REGISTRY = new SourceId("civil-registry");

    /** The topic that accounts come through. */
    static final FeedTopic ACCOUNTS = new FeedTopic(INSURANCE, new TopicId(1, 1));

    private static final FeedTopic MARRIAGES = new FeedTopic(CIVIL_REGISTRY, new TopicId(1, 2));

    private static final long OCCURRED = 1_690_852_530_000L; // 2023-08-01T08:15:30+07:00
    private static final byte MAGIC = 0;

    private NativeFeed() {}

    /** A JSON object of some 200 bytes. */
    static FeedRecord account(long number) {
        String json = "{\"maSuKien\":\"" + accountId(number)
                + "\",\"heThong\":\"insurance\",\"loai\":\"MO_TAI_KHOAN\",\"thoiGian\":\"2023-08-01T08:15:30+07:00\","
                + "\"thoiGianGhiNhan\":\"2023-08-01T08:15:31.250+07:00\",\"maTinh\":\"79\","
                + "\"soDinhDanh\":\"079199000001\",\"maSoBHXH\":\"7900000001\"}";
        return record(INSURANCE, number, json.getBytes(StandardCharsets.UTF_8));
    }

    static String accountId(long number) {
        return "BH-%010d-00000".formatted(number);
    }

    /** An Avro record behind the id of its schema. */
    static FeedRecord marriage(long number, Source source, SchemaRegistry registry) {
        Schema schema = ((NativeFormat.Avro) source.format()).schema();
        Schema place = schema.getField("noiDangKy").schema().getTypes().getLast();
        GenericRecord value = new GenericRecordBuilder(schema)
                .set("maHoSo", "HT-%010d".formatted(number))
                .set("heThong", "civil-registry")
                .set("loaiViec", "KET_HON")
                .set("thoiDiemDangKy", OCCURRED)
                .set("thoiDiemCapNhat", OCCURRED + 60_000)
                .set(
                        "noiDangKy",
                        new GenericRecordBuilder(place).set("maTinh", "48").build())
                .set("nguoiYeuCau", "048090000002")
                .build();
        int id = registry.idOf("feed.civil-registry-value", schema);
        return record(CIVIL_REGISTRY, number, framed(id, value));
    }

    private static byte[] framed(int id, GenericRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(value.getSchema(), GenericData.get()).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static FeedTopic topic(SourceId source) {
        return source.equals(INSURANCE) ? ACCOUNTS : MARRIAGES;
    }

    private static FeedRecord record(SourceId source, long number, byte[] value) {
        return new FeedRecord(topic(source), 0, number, OCCURRED + 120_000, null, value, 0);
    }
}
