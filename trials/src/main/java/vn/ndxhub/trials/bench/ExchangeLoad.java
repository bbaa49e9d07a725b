package vn.ndxhub.trials.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Transactions of the exchange itself from 1 to 15 September 2023, each an event of its own, in batches as it reports them. */
final class ExchangeLoad extends Load {

    private static final int BATCH = 50;
    private static final int DAYS = 15;
    private static final long DAY = 86_400_000L;
    private static final long START = 1_693_501_200_000L; // 2023-09-01T00:00 in Viet Nam
    private static final String[] AGENCIES = {"01", "26", "31", "48", "56", "75", "79", "92"};

    @Override
    String source() {
        return "ndxp";
    }

    @Override
    String indicator() {
        return "ndxp-transactions";
    }

    @Override
    String dimension() {
        return "agency";
    }

    @Override
    void send(String bootstrapServers, long events, long seed) {
        Random random = new Random(seed);
        try (Producer<byte[], byte[]> producer = producer(bootstrapServers, 20)) {
            for (long first = 0; first < events; first += BATCH) {
                StringBuilder batch = new StringBuilder("{\"maLo\":\"L-" + first + "\",\"giaoDich\":[");
                long last = Math.min(first + BATCH, events);
                for (long i = first; i < last; i++) {
                    batch.append(i == first ? "" : ",").append(item(i, events, random));
                }
                byte[] value = batch.append("]}").toString().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(feed(), null, at(last, events) + 2_000, null, value));
            }
        }
    }

    private String item(long number, long events, Random random) {
        String id = "GD-%010d".formatted(number);
        String agency = AGENCIES[random.nextInt(AGENCIES.length)];
        long at = at(number, events);
        distinct(id, LocalDate.ofEpochDay((at + 7 * 3_600_000L) / DAY).toString(), agency);
        return "{\"ma\":\"" + id + "\",\"nguon\":\"ndxp\",\"ketQua\":\"THANH_CONG\",\"phut\":" + at + ",\"ghiNhan\":"
                + at + ",\"donVi\":\"" + agency + "\",\"dichVu\":\"dan-cu\",\"soLuong\":1}";
    }

    private static long at(long number, long events) {
        return START + DAYS * DAY * number / Math.max(events, 1) - (number == events ? 1 : 0);
    }
}
