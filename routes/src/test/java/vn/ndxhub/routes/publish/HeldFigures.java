package vn.ndxhub.routes.publish;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;

/** A figure store in memory: what it was given, and an outbox that its test fills. */
final class HeldFigures implements FigureStore {

    final List<ContributionBatch> batches = new ArrayList<>();
    long position;
    RuntimeException failure;
    private final Map<String, MonthlyCounter> unsent = new TreeMap<>();
    private long versions;

    /** The counter of an indicator is another one now; what it was is nowhere any more. */
    void change(String indicator) {
        versions++;
        unsent.put(
                indicator,
                new MonthlyCounter(
                        new IndicatorId(indicator),
                        YearMonth.of(2023, 9),
                        Dimensions.NONE,
                        MonthlyCounter.Status.PROVISIONAL,
                        BigInteger.valueOf(versions),
                        BigInteger.valueOf(versions),
                        1,
                        new SetDigest(7),
                        0,
                        LocalDate.of(2023, 9, 30),
                        new Version(1, versions)));
    }

    long newest() {
        return versions;
    }

    @Override
    public void prepare() {
        // Always ready.
    }

    @Override
    public long readPosition(SourceLog log) {
        return position;
    }

    @Override
    public void add(SourceLog log, ContributionBatch batch) {
        if (failure != null) {
            throw failure;
        }
        batches.add(batch);
    }

    @Override
    public boolean isPublished(SourceLog log) {
        return log.epoch() == 1;
    }

    @Override
    public List<MonthlyCounter> unsent(SourceLog log, int most) {
        return unsent.values().stream().limit(most).toList();
    }

    @Override
    public void sent(SourceLog log, Collection<MonthlyCounter> counters) {
        counters.forEach(each -> unsent.remove(each.indicator().value(), each));
    }
}
