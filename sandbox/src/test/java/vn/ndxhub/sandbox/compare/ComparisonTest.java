package vn.ndxhub.sandbox.compare;

import static java.util.stream.Collectors.toMap;
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

    @Test
    void showsFiguresAsTheyArePrinted() {
        assertThat(printed())
                .containsEntry("ndxp-transactions-successful", "21.231.141")
                .containsEntry("ndxp-transactions-cumulative", "hơn 1,47 tỷ")
                .containsEntry("population-connected-state-enterprises", "01")
                .containsEntry("land-districts-with-database", "450")
                .containsEntry("civil-servants-records-synced", "2.186.061")
                .containsEntry("civil-servants-records-synced-share", "95%");
    }

    @Test
    void showsThePlainValueWhereTheTextHasASlip() {
        assertThat(printed())
                .containsEntry("population-lookup-requests-cumulative", "1196888416")
                .containsEntry("population-sync-requests-cumulative", "536387460")
                .containsEntry("land-decision422-provinces", "52");
    }

    private static Map<String, String> printed() {
        return Printed.rows().stream().map(PrintedRow::of).collect(toMap(PrintedRow::indicator, PrintedRow::printed));
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
                        printed.printed());
    }
}
