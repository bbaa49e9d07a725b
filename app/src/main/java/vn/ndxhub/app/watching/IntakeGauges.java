package vn.ndxhub.app.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.figures.IntakeFigures;

/**
 * What became of the items of each source, as published: read from the database, so the same on every hub. While the database is away they
 * stand still; before they were read for the first time they are not known.
 */
final class IntakeGauges implements MeterBinder {

    private static final Map<String, ToLongFunction<IntakeFigures.OfSource>> OUTCOMES = Map.of(
            "received", IntakeFigures.OfSource::received,
            "counted", IntakeFigures.OfSource::counted,
            "duplicate", IntakeFigures.OfSource::duplicates,
            "conflict", IntakeFigures.OfSource::conflicts,
            "rejected", IntakeFigures.OfSource::rejected,
            "parked", IntakeFigures.OfSource::parked,
            "retraction", IntakeFigures.OfSource::retractions);

    private final List<SourceId> sources;
    private final Supplier<Read> published;
    private volatile @Nullable Read last;
    private volatile @Nullable MultiGauge refused;

    /** What is read at one time. */
    record Read(List<IntakeFigures.OfSource> bySource, List<IntakeFigures.Refused> byReason) {}

    IntakeGauges(List<SourceId> sources, Supplier<Read> published) {
        this.sources = List.copyOf(sources);
        this.published = published;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SourceId source : sources) {
            OUTCOMES.forEach((outcome, of) -> Gauge.builder("hub.intake.items", () -> items(source, of))
                    .description("Items of a source by what became of them, as published")
                    .baseUnit("items")
                    .tag("source", source.value())
                    .tag("outcome", outcome)
                    .register(registry));
        }
        refused = MultiGauge.builder("hub.intake.refused.items")
                .description("Rejected and parked items of a source by the code of their reason, as published")
                .baseUnit("items")
                .register(registry);
    }

    /** Reads them again; while the database is away, the last ones stay. */
    void refresh() {
        try {
            Read now = published.get();
            last = now;
            show(now.byReason);
        } catch (DataAccessException | TransactionException e) {
            // The health says that the database is away; what was read last is still the last that is known.
        }
    }

    private void show(List<IntakeFigures.Refused> known) {
        MultiGauge bound = refused;
        if (bound == null) {
            return;
        }
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (IntakeFigures.Refused each : known) {
            Tags tags = Tags.of("source", each.source(), "outcome", each.outcome(), "reason", each.reason());
            rows.add(MultiGauge.Row.of(tags, () -> items(each)));
        }
        bound.register(rows);
    }

    private double items(SourceId source, ToLongFunction<IntakeFigures.OfSource> of) {
        Read now = last;
        return now == null
                ? Double.NaN
                : now.bySource.stream()
                        .filter(figures -> figures.source().equals(source.value()))
                        .mapToLong(of)
                        .sum();
    }

    // The row is made once and read for as long as there is such a reason.
    private double items(IntakeFigures.Refused like) {
        Read now = last;
        return now == null
                ? Double.NaN
                : now.byReason.stream()
                        .filter(each -> isOfOneKind(each, like))
                        .mapToLong(IntakeFigures.Refused::items)
                        .sum();
    }

    private static boolean isOfOneKind(IntakeFigures.Refused one, IntakeFigures.Refused other) {
        return one.source().equals(other.source())
                && one.outcome().equals(other.outcome())
                && one.reason().equals(other.reason());
    }
}
