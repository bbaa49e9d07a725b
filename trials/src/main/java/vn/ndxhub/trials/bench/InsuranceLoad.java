package vn.ndxhub.trials.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Accounts opened at the insurance database in August and September 2023, one in a hundred sent twice. */
final class InsuranceLoad extends Load {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final int DAYS = 61;
    private static final int COPY_EVERY = 100;
    private static final long START = 1_690_822_800_000L; // 2023-08-01T00:00 in Viet Nam
    private static final long DAY = 86_400_000L;
    private static final String[] AREAS = {
        "01", "02", "04", "06", "08", "10", "11", "12", "14", "15", "17", "19", "20", "22", "24", "25", "26", "27",
                "30",
        "31", "33", "34", "35", "36", "37", "38", "40", "42", "44", "45", "46", "48", "49", "51", "52", "54", "56",
                "58",
        "60", "62", "64", "66", "67", "68", "70", "72", "74", "75", "77", "79", "80", "82", "83", "84", "86", "87",
                "89",
        "91", "92", "93", "94", "95", "96"
    };

    @Override
    String source() {
        return "insurance";
    }

    @Override
    String indicator() {
        return "insurance-personal-accounts";
    }

    @Override
    String dimension() {
        return "area";
    }

    @Override
    void send(String bootstrapServers, long events, long seed) {
        Random random = new Random(seed);
        try (Producer<byte[], byte[]> producer = producer(bootstrapServers, 20)) {
            for (long i = 0; i < events; i++) {
                long at = START + DAYS * DAY * i / events;
                String id = "BH-%010d-%05d".formatted(i, random.nextInt(100_000));
                String area = AREAS[random.nextInt(AREAS.length)];
                ProducerRecord<byte[], byte[]> record = record(id, area, at);
                producer.send(record);
                distinct(id, LocalDate.ofEpochDay((at + 7 * 3_600_000L) / DAY).toString(), area);
                if (i % COPY_EVERY == 0) {
                    producer.send(record);
                    copy();
                }
            }
        }
    }

    /** An event of the second day by its number, for who needs no truth. */
    static ProducerRecord<byte[], byte[]> next(long number) {
        return record("BH-%010d-00000".formatted(number), AREAS[(int) (number % AREAS.length)], START + DAY + number);
    }

    private static ProducerRecord<byte[], byte[]> record(String id, String area, long at) {
        String time = TIME.format(Instant.ofEpochMilli(at).atOffset(ZoneOffset.ofHours(7)));
        String json = "{\"maSuKien\":\"" + id + "\",\"heThong\":\"insurance\",\"loai\":\"MO_TAI_KHOAN\",\"thoiGian\":\""
                + time + "\",\"thoiGianGhiNhan\":\"" + time + "\",\"maTinh\":\"" + area
                + "\",\"soDinhDanh\":\"079199000001\",\"maSoBHXH\":\"7900000001\"}";
        return new ProducerRecord<>(
                "feed.insurance",
                null,
                at + 2_000,
                id.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
