package vn.ndxhub.sandbox.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** One item in the JSON of its database. */
final class NativeJson {

    static final JsonMapper JSON = new JsonMapper();

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int OVERSIZE = (1 << 20) + 4_096;

    /** Names of the native fields of one database. */
    private record Names(String id, String source, String type, String occurred, String recorded, String quantity) {}

    private static final Map<String, Names> NAMES = Map.of(
            "insurance", new Names("maSuKien", "heThong", "loai", "thoiGian", "thoiGianGhiNhan", "soLuong"),
            "enterprise", new Names("id", "nguon", "suKien", "thoiGian", "ghiNhan", "soLuong"),
            "land", new Names("ma", "heThong", "loai", "luc", "ghiNhanLuc", "soLuong"),
            "civil-servants", new Names("maThayDoi", "nguon", "loaiThayDoi", "thoiGian", "thoiGianGhiNhan", "soHoSo"),
            "ndxp", new Names("ma", "nguon", "ketQua", "phut", "ghiNhan", "soLuong"));

    private NativeJson() {}

    /** The item's object, with its fault. */
    static ObjectNode item(PlannedItem item) {
        Names names = Objects.requireNonNull(NAMES.get(item.source()), "No JSON is spoken by this source");
        ObjectNode json = JSON.createObjectNode();
        json.put(names.id, item.id());
        json.put(names.source, item.fault() == Fault.WRONG_SOURCE ? "another" : item.source());
        switch (item.fault()) {
            case MISSING_TYPE -> {}
            case MALFORMED_TYPE -> json.put(names.type, 7);
            case UNKNOWN_TYPE -> json.put(names.type, "KHONG_BIET");
            default -> json.put(names.type, item.kind());
        }
        time(json, names.occurred, item.times().occurred(), item);
        time(json, names.recorded, item.times().recorded(), item);
        if (item.fault() == Fault.IMPOSSIBLE_DATE) {
            json.put(names.occurred, "2023-02-30T10:00:00" + (item.source().equals("insurance") ? "+07:00" : ""));
        }
        quantity(json, names, item);
        attributes(json, item);
        if (item.retracts() != null) {
            json.put("thuHoi", item.retracts());
        }
        if (item.fault() == Fault.OVERSIZE) {
            json.put("ghiChu", "x".repeat(OVERSIZE));
        }
        return json;
    }

    private static void quantity(ObjectNode json, Names names, PlannedItem item) {
        switch (item.fault()) {
            case NUMBER_AS_TEXT -> json.put(names.quantity, Long.toString(item.quantity()));
            case NUMBER_TOO_LARGE -> json.put(names.quantity, Long.MAX_VALUE);
            case NEGATIVE_QUANTITY -> json.put(names.quantity, -item.quantity());
            default -> {
                if (item.quantity() != 1
                        || item.source().equals("ndxp")
                        || item.kind().startsWith("CHOT")) {
                    json.put(names.quantity, item.quantity());
                }
            }
        }
    }

    private static void time(ObjectNode json, String field, long millis, PlannedItem item) {
        Instant instant = Instant.ofEpochMilli(millis);
        switch (item.source()) {
            case "ndxp" -> json.put(field, millis);
            case "insurance", "land" -> json.put(field, WITH_OFFSET.format(OffsetDateTime.ofInstant(instant, VIETNAM)));
            default -> json.put(field, LOCAL.format(LocalDateTime.ofInstant(instant, VIETNAM)));
        }
    }

    private static void attributes(ObjectNode json, PlannedItem item) {
        Map<String, String> attributes = item.attributes();
        String area = item.fault() == Fault.UNKNOWN_AREA ? "00" : attributes.get("area");
        switch (item.source()) {
            case "insurance" -> {
                put(json, "maTinh", area);
                json.put("soDinhDanh", "001199%06d".formatted(item.id().hashCode() & 0xffff));
            }
            case "enterprise" -> enterprise(json, area, attributes);
            case "land" -> {
                put(json, "maTinh", area);
                put(json, "maDoiTuong", attributes.get("member"));
                if (attributes.containsKey("procedure")) {
                    json.put("thuTuc", attributes.get("procedure").equals("decision-06") ? "DE_AN_06" : "QD_422");
                }
            }
            case "civil-servants" -> {
                put(json, "maTinh", area);
                put(json, "maDonVi", attributes.get("member"));
            }
            default -> {
                put(json, "donVi", attributes.get("agency"));
                put(json, "dichVu", attributes.get("service"));
            }
        }
    }

    private static void enterprise(ObjectNode json, @Nullable String area, Map<String, String> attributes) {
        if (area != null) {
            json.putObject("diaChi").put("maTinh", area);
        }
        if (attributes.containsKey("party")) {
            json.putObject("doiTac")
                    .put("loai", attributes.get("party").equals("ministry") ? "BO_NGANH" : "DIA_PHUONG")
                    .put("ma", attributes.get("member"));
        }
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
