package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder may say beyond the ordinary: other dimensions up to a day, and a horizon of its own. */
class OwnDaysTest {

    private static final Path GOOD = Path.of("src/test/resources/added-sources/driving-licences");

    /** 3 August 2023 in Viet Nam. */
    private static final long INTAKE = 1_691_000_000_000L;

    @TempDir
    Path parent;

    private WrittenFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = WrittenFolder.copyOf(GOOD, parent);
    }

    @Test
    void wantsOfAStatementTheDimensionsOfItsDay() throws IOException {
        folder.edit(
                "indicators.yaml", "    line:", "    earlier: [{until: 2023-08-01, dimensions: [area]}]\n    line:");

        assertThat(state("2023-08-01T23:59:59+07:00", "")).isEqualTo("taken");
        assertThat(state("2023-08-01T23:59:59+07:00", ",\"hang\":\"B2\"")).isEqualTo("statement-too-fine");
        assertThat(state("2023-08-02T00:00:00+07:00", "")).isEqualTo("incomplete-statement");
        assertThat(state("2023-08-02T00:00:00+07:00", ",\"hang\":\"B2\"")).isEqualTo("taken");
    }

    @Test
    void parksWhatIsOlderThanTheFolderSays() throws IOException {
        folder.edit("source.yaml", "cadence: PT1M", "cadence: PT1M\nhorizon: P2D");

        assertThat(state("2023-08-01T02:00:00+07:00", ",\"hang\":\"B2\"")).isEqualTo("taken");
        assertThat(state("2023-08-01T01:00:00+07:00", ",\"hang\":\"B2\"")).isEqualTo("before-horizon");
    }

    private String state(String time, String more) {
        String item = "{\"maGiayPhep\":\"GPLX-1\",\"viec\":\"CHOT\",\"luc\":\"%s\",\"maTinh\":\"79\",\"soLuong\":7%s}";
        return folder.became(item.formatted(time, more), INTAKE);
    }
}
