package vn.ndxhub.sandbox.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** Items of the two databases that speak Avro, in Confluent's wire format. Confined to one thread. */
final class NativeAvro {

    private static final int UNKNOWN_ID = 999_999;
    private static final byte WRONG_MAGIC = 0x7f;
    private static final Map<String, String> SCHEMAS =
            Map.of("population", "SuKienDanCu.avsc", "civil-registry", "SuKienHoTich.avsc");
    private static final Map<String, String> PARTIES = Map.of(
            "ministry", "BO_NGANH",
            "state-enterprise", "DOANH_NGHIEP_NHA_NUOC",
            "telecom-enterprise", "DOANH_NGHIEP_VIEN_THONG",
            "province", "DIA_PHUONG");

    private final String source;
    private final SchemaRegistry registry;
    private final Schema schema;
    private final int id;
    private final GenericDatumWriter<GenericRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    NativeAvro(String source, SchemaRegistry registry) {
        this.source = source;
        this.registry = registry;
        this.schema = schema(source);
        this.id = registry.idOf(NativeVersions.subject(source), schema);
        this.writer = new GenericDatumWriter<>(schema);
    }

    static boolean speaks(String source) {
        return SCHEMAS.containsKey(source);
    }

    static Schema schema(String source) {
        String resource = "/sources/" + source + "/" + SCHEMAS.get(source);
        try (InputStream in = Objects.requireNonNull(NativeAvro.class.getResourceAsStream(resource))) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    byte @Nullable [] bytes(PlannedItem item) {
        try {
            bytes.reset();
            bytes.write(item.fault() == Fault.WRONG_MAGIC ? WRONG_MAGIC : 0);
            bytes.write(
                    ByteBuffer.allocate(Integer.BYTES).putInt(writerId(item)).array());
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            if (item.fault() == Fault.FOREIGN_SCHEMA) {
                encoder.writeString("xdg-open");
            } else {
                writer.write(source.equals("population") ? population(item) : civilRegistry(item), encoder);
            }
            if (item.fault() == Fault.NEWER_SCHEMA) {
                // The two fields more stand behind all others: null, and a number.
                encoder.writeIndex(0);
                encoder.writeInt(NativeVersions.CHANNEL);
            }
            encoder.flush();
            return Damage.ofAvro(item.fault(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int writerId(PlannedItem item) {
        return switch (item.fault()) {
            case UNKNOWN_SCHEMA, DENIED_SCHEMA -> UNKNOWN_ID;
            case NEWER_SCHEMA -> registry.idOf(NativeVersions.subject(source), NativeVersions.next(source));
            case FOREIGN_SCHEMA -> registry.idOf(NativeVersions.FOREIGN_SUBJECT, NativeVersions.foreign());
            default -> id;
        };
    }

    private GenericRecord population(PlannedItem item) {
        GenericRecord record = common(item, "maSuKien", "loaiSuKien", "thoiDiem", "thoiDiemGhiNhan");
        Map<String, String> attributes = item.attributes();
        record.put("maTinh", area(item));
        record.put("donVi", attributes.get("agency"));
        record.put("dichVu", attributes.get("service"));
        record.put("loaiDoiTac", PARTIES.get(attributes.getOrDefault("party", "")));
        record.put("maDoiTac", attributes.get("member"));
        return record;
    }

    private GenericRecord civilRegistry(PlannedItem item) {
        GenericRecord record = common(item, "maHoSo", "loaiViec", "thoiDiemDangKy", "thoiDiemCapNhat");
        String area = area(item);
        if (area != null) {
            GenericRecord place = new GenericData.Record(inner("noiDangKy"));
            place.put("maTinh", area);
            record.put("noiDangKy", place);
        }
        if (item.attributes().containsKey("personal-id")) {
            GenericRecord child = new GenericData.Record(inner("treEm"));
            boolean numbered = "yes".equals(item.attributes().get("personal-id"));
            child.put("soDinhDanh", numbered ? "001223%06d".formatted(item.id().hashCode() & 0xffff) : null);
            child.put("hoTen", "Trẻ Em Giả Định");
            record.put("treEm", child);
        }
        return record;
    }

    private GenericRecord common(PlannedItem item, String id, String type, String occurred, String recorded) {
        GenericRecord record = new GenericData.Record(schema);
        record.put(id, item.id());
        record.put("heThong", item.fault() == Fault.WRONG_SOURCE ? "another" : source);
        record.put(type, item.fault() == Fault.UNKNOWN_TYPE ? "KHONG_BIET" : item.kind());
        record.put(occurred, item.times().occurred());
        record.put(recorded, item.times().recorded());
        record.put("soLuong", quantity(item));
        record.put("thuHoi", item.retracts());
        return record;
    }

    private static long quantity(PlannedItem item) {
        return switch (item.fault()) {
            case NEGATIVE_QUANTITY -> -item.quantity();
            case NUMBER_TOO_LARGE -> Long.MAX_VALUE;
            default -> item.quantity();
        };
    }

    private Schema inner(String field) {
        return schema.getField(field).schema().getTypes().get(1);
    }

    private static @Nullable String area(PlannedItem item) {
        return item.fault() == Fault.UNKNOWN_AREA ? "00" : item.attributes().get("area");
    }
}
