package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.IntakeLimits;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.connectors.normalise.PersonalKey;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.RecordedItems;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;

/** Licences that are stated by area and class, and up to 1 August by area alone. */
class ChangedDimensionsTest {

    private static final SourceId LICENCES = new SourceId("driving-licences");
    private static final long INTAKE = 1_691_000_000_000L;

    @TempDir
    Path parent;

    @Test
    void wantsOfAStatementTheDimensionsOfItsDay() throws IOException {
        WrittenFolder folder = WrittenFolder.copyOf(
                        Path.of("src/test/resources/added-sources/driving-licences"), parent)
                .edit(
                        "indicators.yaml",
                        "    line:",
                        "    earlier: [{until: 2023-08-01, dimensions: [area]}]\n    line:");

        assertThat(state(folder, "2023-08-01T23:59:59+07:00", "")).isEqualTo("taken");
        assertThat(state(folder, "2023-08-01T23:59:59+07:00", ",\"hang\":\"B2\""))
                .isEqualTo("statement-too-fine");
        assertThat(state(folder, "2023-08-02T00:00:00+07:00", "")).isEqualTo("incomplete-statement");
        assertThat(state(folder, "2023-08-02T00:00:00+07:00", ",\"hang\":\"B2\""))
                .isEqualTo("taken");
    }

    private static String state(WrittenFolder folder, String time, String more) {
        SourceCatalog catalog = folder.read();
        RecordedItems became = new RecordedItems();
        String item = "{\"maGiayPhep\":\"GPLX-1\",\"viec\":\"CHOT\",\"luc\":\"%s\",\"maTinh\":\"79\",\"soLuong\":7%s}"
                .formatted(time, more);
        NormaliserSettings settings = new NormaliserSettings(
                IntakeLimits.DEFAULT, new PersonalKey("k".repeat(32).getBytes(StandardCharsets.UTF_8)));
        catalog.normaliser(LICENCES, new FakeRegistry(catalog.source(LICENCES)), settings)
                .normalise(
                        new FeedRecord(
                                new FeedTopic(LICENCES, new TopicId(1, 1)),
                                0,
                                0,
                                INTAKE,
                                null,
                                item.getBytes(StandardCharsets.UTF_8),
                                0),
                        became);
        return became.items().getFirst() instanceof Refused refused
                ? refused.reason().code()
                : "taken";
    }
}
