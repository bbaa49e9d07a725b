package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;

/** O5 over monthly counters, and O2 day by day: what is lost, doubled, moved or exchanged turns them red. */
class CountersTest {

    @TempDir
    static Path folder;

    private static Answer truth = new Answer();

    private final MonthlyTruth months = new MonthlyTruth(truth);
    private final Map<String, String> published = new TreeMap<>(months.counters());
    private final TreeMap<String, Map<String, Long>> days = days();

    @BeforeAll
    static void read() throws IOException {
        truth = Written.to(folder, Scenario.of(3, new Scale(0.01)).plan());
    }

    private static TreeMap<String, Map<String, Long>> days() {
        TreeMap<String, Map<String, Long>> days = new TreeMap<>();
        truth.outcomesByDay()
                .forEach((day, ends) -> days.put(
                        day,
                        new TreeMap<>(Map.of(
                                "intake-received", ends.getOrDefault("SENT", 0L),
                                "intake-counted", ends.getOrDefault("COUNTED", 0L),
                                "intake-duplicates", ends.getOrDefault("DUPLICATE", 0L),
                                "intake-conflicts", ends.getOrDefault("CONFLICT", 0L),
                                "intake-rejected", ends.getOrDefault("REJECTED", 0L),
                                "intake-parked", ends.getOrDefault("PARKED", 0L),
                                "intake-retractions", ends.getOrDefault("RETRACTION", 0L)))));
        return days;
    }

    private List<String> ofCounters() {
        return Judgement.counters(months, published);
    }

    private List<String> ofDays() {
        List<String> findings = new ArrayList<>(Judgement.balanced(days));
        findings.addAll(Judgement.conservedByDay(truth, days));
        return findings;
    }

    private String aCounter(String month) {
        return published.keySet().stream()
                .filter(key -> key.contains("|" + month + "|"))
                .findFirst()
                .orElseThrow();
    }

    private void change(String counter, int by) {
        String[] old = published.get(counter).split("/");
        published.put(
                counter,
                Judgement.text(
                        Long.parseLong(old[0]) + by,
                        Long.parseLong(old[1]) + by,
                        Long.parseUnsignedLong(old[2], 16) + 17L * by));
    }

    @Test
    void findsNothingWhereAllIsRight() {
        assertThat(published).isNotEmpty();
        assertThat(days).isNotEmpty();
        assertThat(ofCounters()).isEmpty();
        assertThat(ofDays()).isEmpty();
    }

    @Test
    void findsALostAndADoubledEventOfACounter() {
        change(aCounter("2023-08"), -1);
        change(aCounter("2023-09"), 1);

        assertThat(ofCounters()).hasSize(2);
    }

    @Test
    void findsAnEventThatMovedToAnotherMonth() {
        String august = published.keySet().stream()
                .filter(key ->
                        key.contains("|2023-08|") && published.containsKey(key.replace("|2023-08|", "|2023-09|")))
                .findFirst()
                .orElseThrow();
        change(august, -1);
        change(august.replace("|2023-08|", "|2023-09|"), 1);

        assertThat(ofCounters()).hasSize(2);
    }

    @Test
    void findsTwoCountersExchanged() {
        String one = aCounter("2023-08");
        String other = published.keySet().stream()
                .filter(key -> !published.get(key).equals(published.get(one)))
                .findFirst()
                .orElseThrow();
        String kept = published.put(one, published.get(other));
        published.put(other, kept);

        assertThat(ofCounters()).hasSize(2);
    }

    @Test
    void findsACounterThatIsMissing() {
        published.remove(aCounter("2023-09"));

        assertThat(ofCounters()).hasSize(1);
    }

    @Test
    void findsAPhantomCounter() {
        published.put("civil-registry-births|2023-12|area=99", "1/1/0000000000000001");

        assertThat(ofCounters()).hasSize(1);
    }

    @Test
    void findsAnItemThatEndedNowhere() {
        days.firstEntry().getValue().merge("intake-counted", -1L, Long::sum);

        assertThat(ofDays()).hasSize(2);
    }

    @Test
    void findsAnItemThatWasLostWithItsReceipt() {
        Map<String, Long> day = days.firstEntry().getValue();
        day.merge("intake-counted", -1L, Long::sum);
        day.merge("intake-received", -1L, Long::sum);

        assertThat(ofDays()).hasSize(1);
    }

    @Test
    void findsAnItemThatMovedToAnotherDay() {
        for (String term : List.of("intake-received", "intake-counted")) {
            days.firstEntry().getValue().merge(term, -1L, Long::sum);
            days.lastEntry().getValue().merge(term, 1L, Long::sum);
        }

        assertThat(ofDays()).hasSize(2);
    }

    @Test
    void findsTwoEndsExchanged() {
        Map<String, Long> day = days.firstEntry().getValue();
        day.merge("intake-counted", -1L, Long::sum);
        day.merge("intake-duplicates", 1L, Long::sum);

        assertThat(ofDays()).hasSize(1);
    }

    @Test
    void findsAnExchangeThatIsNoneOfCopiesWhereItemsWereParked() {
        Map<String, Long> day = days.firstEntry().getValue();
        day.merge("intake-counted", -1L, Long::sum);
        day.merge("intake-duplicates", 1L, Long::sum);
        assertThat(Judgement.conservedByDayButForCopies(truth, days)).isEmpty();

        day.merge("intake-duplicates", -1L, Long::sum);
        day.merge("intake-rejected", 1L, Long::sum);

        assertThat(Judgement.conservedByDayButForCopies(truth, days)).hasSize(1);
    }
}
