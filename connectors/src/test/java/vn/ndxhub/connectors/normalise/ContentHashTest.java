package vn.ndxhub.connectors.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.RecordedItems;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;

class ContentHashTest {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final Source INSURANCE = CATALOG.source(new SourceId("insurance"));
    private static final long INTAKE = 1_690_900_000_000L;
    private static final String ITEM =
            "{\"maSuKien\":\"BH-1\",\"heThong\":\"insurance\",\"loai\":\"MO_TAI_KHOAN\",\"thoiGian\":\"2023-08-01T08:15:30+07:00\","
                    + "\"thoiGianGhiNhan\":\"2023-08-01T08:15:31+07:00\",\"maTinh\":\"79\",\"soLuong\":1,\"maSoBHXH\":\"x\"}";

    @Test
    void isTheSameHoweverTheSameContentIsWritten() {
        long hash = hash(ITEM, 0, 0);

        assertThat(hash(ITEM.replace("\"maSoBHXH\":\"x\"", "\"maSoBHXH\":\"khac\""), 0, 0))
                .isEqualTo(hash);
        assertThat(hash(ITEM.replace(",\"soLuong\":1", ""), 0, 0)).isEqualTo(hash);
        assertThat(hash(ITEM.replace("2023-08-01T08:15:30+07:00", "2023-08-01T01:15:30.000Z"), 0, 0))
                .isEqualTo(hash);
        assertThat(hash(ITEM.replace("{", "{ \"khac\": [1], "), 0, 0)).isEqualTo(hash);
    }

    @Test
    void doesNotDependOnWhereAndWhenTheItemCameIn() {
        assertThat(hash(ITEM, 17, 3)).isEqualTo(hash(ITEM, 0, 0));
    }

    @Test
    void differsForEveryFieldOfTheContent() {
        List<String> others = List.of(
                ITEM,
                ITEM.replace("BH-1", "BH-2"),
                ITEM.replace("MO_TAI_KHOAN", "DONG_TAI_KHOAN"),
                ITEM.replace("08:15:30", "08:15:29"),
                ITEM.replace("08:15:31", "08:15:32"),
                ITEM.replace("\"79\"", "\"01\""),
                ITEM.replace("\"maTinh\":\"79\",", ""),
                ITEM.replace("\"soLuong\":1", "\"soLuong\":2"),
                ITEM.replace("MO_TAI_KHOAN\"", "THU_HOI\",\"thuHoi\":\"BH-0\""),
                ITEM.replace("MO_TAI_KHOAN\"", "THU_HOI\",\"thuHoi\":\"BH-9\""));

        Set<Long> hashes = new HashSet<>();
        others.forEach(item -> hashes.add(hash(item, 0, 0)));

        assertThat(hashes).hasSameSizeAs(others);
    }

    @Test
    void staysWhatItIsFromBuildToBuild() {
        // Stored events are compared by it for ever: if this number changes, every re-sent event becomes a conflict.
        assertThat(hash(ITEM, 0, 0)).isEqualTo(-563762570981307236L);
    }

    private static long hash(String item, long offset, int attempt) {
        RecordedItems became = new RecordedItems();
        byte[] value = item.getBytes(StandardCharsets.UTF_8);
        CATALOG.normaliser(INSURANCE.id(), new FakeRegistry(INSURANCE))
                .normalise(
                        new FeedRecord(
                                new FeedTopic(INSURANCE.id(), new TopicId(1, 1)),
                                0,
                                offset,
                                INTAKE + offset,
                                null,
                                value,
                                attempt),
                        became);
        return ((RecordedItems.Accepted) became.items().get(0)).event().getContentHash();
    }
}
