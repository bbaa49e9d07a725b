package vn.ndxhub.connectors.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonCodesDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/reason-codes.md");

    @Test
    void theDocumentListsExactlyTheCodesWithTheirSentences() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ReasonCode.values())
                        .map(ReasonCodesDocumentTest::row)
                        .toList());
    }

    private static String row(ReasonCode reason) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        reason.code(),
                        reason.outcome().name().toLowerCase(Locale.ROOT),
                        reason.english(),
                        reason.vietnamese());
    }
}
