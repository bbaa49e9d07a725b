package vn.ndxhub.trials.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.world.World;

/** Waits until a hub shows what the ledger says, and tells what it does not. */
public final class Judge {

    private final World world;
    private final Path ledger;
    private final boolean copiesMayChangePlaces;

    /** @param copiesMayChangePlaces whether items were parked and read again, behind copies of theirs */
    public Judge(World world, Path ledger, boolean copiesMayChangePlaces) {
        this.world = world;
        this.ledger = ledger;
        this.copiesMayChangePlaces = copiesMayChangePlaces;
    }

    /**
     * Waits up to this long a comparison until a hub shows what the ledger says; what it still does not show then is judged later.
     *
     * @param hubUrl asked anew each time: hubs come and go
     */
    public void awaitEquality(Supplier<String> hubUrl, Duration patience) throws IOException {
        Answer truth = Ledger.answer(ledger);
        await(patience, () -> Judgement.conserved(truth, shown(hubUrl.get()).intake()));
        await(patience, () -> Judgement.cells(truth, shown(hubUrl.get()).cells()));
        await(patience, () -> Judgement.counters(new MonthlyTruth(truth), MonthlyCounters.onTheirTopic(world)));
    }

    /** Whether a hub shows all that counting has given to be published so far. */
    public boolean isPublished(String hubUrl) {
        try {
            return shown(hubUrl).cells().equals(Observations.onTheirTopic(world));
        } catch (IOException e) {
            throw new UncheckedIOException("The hub does not show its figures", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The findings of the oracles that a ledger decides, as things are now. */
    public Map<Oracle, List<String>> judged(String hubUrl) throws IOException, InterruptedException, SQLException {
        Answer truth = Ledger.answer(ledger);
        Observed shown = shown(hubUrl);
        Map<Oracle, List<String>> findings = new EnumMap<>(Oracle.class);
        List<String> cells = Judgement.cells(truth, shown.cells());
        findings.put(
                Oracle.O1_EXACT, cells.stream().filter(each -> !isPhantom(each)).toList());
        findings.put(
                Oracle.O3_NO_PHANTOM, cells.stream().filter(Judge::isPhantom).toList());
        Map<String, Map<String, Long>> days = shown.intakeByDay();
        List<String> conserved = new ArrayList<>(Judgement.conserved(truth, shown.intake()));
        conserved.addAll(Judgement.balanced(days));
        conserved.addAll(
                copiesMayChangePlaces
                        ? Judgement.conservedByDayButForCopies(truth, days)
                        : Judgement.conservedByDay(truth, days));
        findings.put(Oracle.O2_CONSERVED, conserved);
        findings.put(Oracle.O5_AGREEMENT, agreement(truth, shown));
        findings.put(Oracle.O8_REFUSALS, Judgement.refusals(truth, Rejects.in(world)));
        return findings;
    }

    private List<String> agreement(Answer truth, Observed shown)
            throws IOException, InterruptedException, SQLException {
        List<String> findings = new ArrayList<>(shown.recount(months(truth)));
        Judgement.cells(truth, Observations.onTheirTopic(world)).forEach(each -> findings.add("observations " + each));
        MonthlyTruth months = new MonthlyTruth(truth);
        Judgement.counters(months, MonthlyCounters.onTheirTopic(world)).forEach(each -> findings.add("topic " + each));
        Judgement.counters(months, MonthlyCounters.inTheDatabase(world))
                .forEach(each -> findings.add("database " + each));
        return findings;
    }

    /** All in which the ledger has something happen. */
    private static Set<YearMonth> months(Answer truth) {
        return truth.cells().keySet().stream()
                .map(cell -> YearMonth.from(LocalDate.parse(cell.split("\\|", -1)[2])))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPhantom(String difference) {
        return difference.contains(": sent nothing");
    }

    private Observed shown(String hubUrl) {
        return new Observed(hubUrl, world.operatorToken());
    }

    private interface Findings {
        List<String> find() throws IOException, InterruptedException;
    }

    private static void await(Duration patience, Findings findings) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(700))
                    .ignoreExceptions()
                    .until(() -> findings.find().isEmpty());
        } catch (ConditionTimeoutException stillDiffering) {
            // judged by the caller
        }
    }
}
