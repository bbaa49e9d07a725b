package vn.ndxhub.connectors.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.RecordedItems;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;

class NormaliserTest {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final long INTAKE = 1_690_900_000_000L;

    @Test
    void servesSeveralThreadsAtOnce() throws Exception {
        Normaliser normaliser = normaliser("insurance", NormaliserSettings.DEFAULT);

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int own = thread;
                wrong.add(threads.submit(() -> strangers(normaliser, own)));
            }
            for (Future<Integer> each : wrong) {
                assertThat(each.get()).isZero();
            }
        }
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        byte[] item = item("BH-1").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(34);
        for (String source : List.of("insurance", "population", "ndxp")) {
            Normaliser normaliser = normaliser(source, NormaliserSettings.DEFAULT);
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = i % 2 == 0 ? item.clone() : new byte[random.nextInt(60)];
                for (int change = 0; change < 3 && bytes.length > 0; change++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                RecordedItems became = new RecordedItems();
                normaliser.normalise(record(source, bytes), became);
                assertThat(became.items()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    /** One parser reads record after record: none may leave anything behind for the next, however it ends. */
    @Test
    void readsEveryRecordAsIfItWereTheFirst() {
        Random random = new Random(35);
        Normaliser used = normaliser("insurance", NormaliserSettings.DEFAULT);
        int accepted = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = spoilt(item("BH-" + i), random);
            List<Object> became = became(used, bytes);

            accepted += became.getFirst() instanceof RecordedItems.Accepted ? 1 : 0;
            assertThat(became.toString())
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(became(normaliser("insurance", NormaliserSettings.DEFAULT), bytes)
                            .toString());
        }
        assertThat(accepted).isBetween(500, 2_500);
    }

    /** One in two as it was; the others cut off, followed by something, with a byte changed, or very long. */
    private static byte[] spoilt(String item, Random random) {
        byte[] bytes = item.getBytes(StandardCharsets.UTF_8);
        String spoilt = switch (random.nextInt(10)) {
            case 0 -> item.substring(0, random.nextInt(item.length()));
            case 1 -> item + item;
            case 2 -> item + " \n\t\r" + (random.nextBoolean() ? "" : "]");
            case 3 -> "{\"la\":\"" + "x".repeat(random.nextInt(30_000)) + "\"," + item.substring(1) + " ".repeat(9_000);
            case 4 -> {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield null;
            }
            default -> item;
        };
        return spoilt == null ? bytes : spoilt.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Object> became(Normaliser normaliser, byte[] bytes) {
        RecordedItems became = new RecordedItems();
        normaliser.normalise(record("insurance", bytes), became);
        return List.copyOf(became.items());
    }

    @Test
    void keepsToConfiguredLimits() {
        IntakeLimits tight = new IntakeLimits(Duration.ofHours(1), Duration.ZERO, 220, 10, 4);
        Normaliser normaliser = normaliser("insurance", new NormaliserSettings(tight, null));
        RecordedItems became = new RecordedItems();

        normaliser.normalise(record("insurance", item("BH-1").getBytes(StandardCharsets.UTF_8)), became);
        normaliser.normalise(record("insurance", item("B".repeat(200)).getBytes(StandardCharsets.UTF_8)), became);

        assertThat(became.items())
                .extracting(item -> ((Refused) item).reason())
                .containsExactly(ReasonCode.BEFORE_HORIZON, ReasonCode.OVERSIZE);
    }

    @Test
    void refusesLimitsThatLimitNothing() {
        assertThatThrownBy(() -> new IntakeLimits(Duration.ZERO, Duration.ZERO, 1, 1, 1))
                .hasMessageContaining("horizon");
        assertThatThrownBy(() -> new IntakeLimits(Duration.ofDays(1), Duration.ZERO, 0, 1, 1))
                .hasMessageContaining("record-bytes");
    }

    @Test
    void showsNoBytesAndNoKeys() {
        FeedRecord record = record("insurance", "079199000001".getBytes(StandardCharsets.UTF_8));
        PersonalKey key = new PersonalKey("x".repeat(32).getBytes(StandardCharsets.UTF_8));

        assertThat(record).hasToString("feed.insurance-2@17");
        assertThat(key.toString()).doesNotContain("x");
        assertThatThrownBy(() -> new PersonalKey(new byte[8])).hasMessageContaining("32");
    }

    private static int strangers(Normaliser normaliser, int own) {
        int wrong = 0;
        for (int i = 0; i < 20_000; i++) {
            String id = "BH-" + own + "-" + i;
            RecordedItems became = new RecordedItems();
            normaliser.normalise(record("insurance", item(id).getBytes(StandardCharsets.UTF_8)), became);
            boolean mine = became.items().get(0) instanceof RecordedItems.Accepted accepted
                    && accepted.event().getEventId().equals(id);
            wrong += mine ? 0 : 1;
        }
        return wrong;
    }

    private static Normaliser normaliser(String source, NormaliserSettings settings) {
        Source found = CATALOG.source(new SourceId(source));
        return CATALOG.normaliser(found.id(), new FakeRegistry(found), settings);
    }

    private static FeedRecord record(String source, byte[] value) {
        return new FeedRecord(new FeedTopic(new SourceId(source), new TopicId(1, 1)), 2, 17, INTAKE, null, value, 0);
    }

    private static String item(String id) {
        return "{\"maSuKien\":\"" + id + "\",\"heThong\":\"insurance\",\"loai\":\"MO_TAI_KHOAN\","
                + "\"thoiGian\":\"2023-08-01T08:15:30+07:00\",\"maTinh\":\"79\",\"soDinhDanh\":\"079199000001\"}";
    }
}
