package vn.ndxhub.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The plan's own cells, added up by a few lines that know nothing of the hub, give the printed figures. */
class ScenarioTest {

    private static final Map<String, List<PlannedItem>> PLAN =
            Scenario.of(202_309, Scale.FULL).plan();

    @Test
    void holdsAtLeastHalfAMillionItems() {
        assertThat(PLAN.values().stream().mapToInt(List::size).sum()).isBetween(550_000, 700_000);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Scenario.of(5, new Scale(0.01)).plan())
                .isEqualTo(Scenario.of(5, new Scale(0.01)).plan());
    }

    @Test
    void yieldsThePrintedLevels() {
        for (Map<String, String> row : Printed.rows()) {
            String indicator = row.get("indicator_id");
            if (row.get("kind").equals("stock")
                    && row.get("approx").equals("exact")
                    && (indicator.startsWith("insurance") || indicator.startsWith("civil-registry"))) {
                assertThat(level(indicator, LocalDate.parse(row.get("as_of")), c -> true))
                        .as(indicator)
                        .isEqualTo(Long.parseLong(row.get("value")));
            }
        }
        LocalDate asOf = LocalDate.of(2023, 9, 22);
        assertThat(level("population-lookup-requests", asOf, c -> true)).isEqualTo(1_196_888_416L);
        assertThat(level("civil-servants-records-synced", asOf, c -> true)).isEqualTo(2_186_061L);
        assertThat(level("civil-servants-records-synced", LocalDate.of(2023, 8, 31), c -> true))
                .isEqualTo(2_171_900L);
        assertThat(level("civil-servants-records-declared", asOf, c -> true)).isEqualTo(2_300_080L);
        assertThat(level(
                        "land-dossiers",
                        LocalDate.of(2023, 8, 31),
                        c -> c.dimensions().contains("decision-06")))
                .isEqualTo(24_786L);
    }

    @Test
    void yieldsThePrintedMemberships() {
        LocalDate asOf = LocalDate.of(2023, 9, 22);
        assertThat(members("population-connected-parties", asOf, "party=ministry"))
                .isEqualTo(15);
        assertThat(members("population-connected-parties", asOf, "party=province"))
                .isEqualTo(63);
        assertThat(members("land-districts-with-database", asOf, "")).isEqualTo(450);
        assertThat(members("land-provinces-deployed", LocalDate.of(2023, 8, 31), "decision-422"))
                .isEqualTo(52);
        assertThat(members("civil-servants-agencies-with-sync-difficulty", asOf, ""))
                .isEqualTo(5);
        assertThat(members("enterprise-connected-parties", LocalDate.of(2023, 9, 30), "party=ministry"))
                .isEqualTo(12);
    }

    @Test
    void yieldsThePrintedFlow() {
        long flow = cells().filter(c ->
                        c.indicator().equals("ndxp-transactions") && c.part().equals("FLOW"))
                .filter(c -> c.day().compareTo("2023-09-01") >= 0 && c.day().compareTo("2023-09-15") <= 0)
                .mapToLong(PlannedCell::value)
                .sum();

        assertThat(flow).isEqualTo(21_231_141L);
    }

    private static java.util.stream.Stream<PlannedCell> cells() {
        return PLAN.values().stream().flatMap(List::stream).flatMap(item -> item.cells().stream());
    }

    private static long level(String indicator, LocalDate day, Predicate<PlannedCell> filter) {
        return cells().filter(c -> c.indicator().equals(indicator) && filter.test(c))
                .filter(c -> c.part().equals("SNAPSHOT") || c.day().compareTo(day.toString()) <= 0)
                .mapToLong(PlannedCell::value)
                .sum();
    }

    private static long members(String indicator, LocalDate day, String filter) {
        Map<String, TreeMap<Long, Long>> states = new HashMap<>();
        PLAN.values().stream()
                .flatMap(List::stream)
                .forEach(item -> item.cells().stream()
                        .filter(c -> c.indicator().equals(indicator)
                                && c.dimensions().contains(filter))
                        .filter(c -> c.day().compareTo(day.toString()) <= 0)
                        .forEach(c -> states.computeIfAbsent(c.dimensions(), d -> new TreeMap<>())
                                .put(item.times().occurred(), c.value())));
        return states.values().stream().mapToLong(s -> s.lastEntry().getValue()).sum();
    }
}
