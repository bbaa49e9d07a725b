package vn.ndxhub.sandbox.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ndxhub.sandbox.scenario.Printed;

class ComparisonTest {

    @Test
    void findsTheRightFiguresEqual() {
        Comparison comparison = Comparison.of(report(0));

        assertThat(comparison.allEqual()).as(comparison.table()).isTrue();
        assertThat(comparison.size()).isEqualTo(37);
    }

    @Test
    void findsOneUnitTooMuch() {
        Comparison comparison = Comparison.of(report(1));

        assertThat(comparison.allEqual()).isFalse();
        assertThat(comparison.equalRows()).isEqualTo(36);
        assertThat(comparison.table()).contains("NO");
    }

    @Test
    void doesNotTakeAMissingRowForEqual() {
        assertThat(Comparison.of("{\"lines\":[]}").equalRows()).isZero();
    }

    /** A report that says what is printed, with one figure off by so much. */
    private static String report(long off) {
        return Printed.rows().stream()
                .map(row -> line(row, row.get("indicator_id").equals("civil-registry-births") ? off : 0))
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    private static String line(Map<String, String> row, long off) {
        PrintedRow printed = PrintedRow.of(row);
        return "{\"indicator\":\"%s\",\"value\":\"%s\",\"text\":\"%s\",\"as_of\":\"2023-09-22\"}"
                .formatted(
                        printed.indicator(),
                        printed.value().add(java.math.BigDecimal.valueOf(off)).toPlainString(),
                        printed.words());
    }
}
