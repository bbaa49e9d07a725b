package vn.ndxhub.app.seals;

import java.time.YearMonth;
import java.util.List;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealPlan;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.figures.MonthsToSeal;
import vn.ndxhub.reporting.figures.SealFigures;

/** What the database knows of seals and of what they close. */
public record SealedFigures(SealFigures acknowledged, MonthsToSeal months, IntakeFigures intake) {

    public List<SealFigures.Seal> all() {
        return acknowledged.all();
    }

    FiguresToSeal of(SourceId source) {
        return new FiguresToSeal() {
            @Override
            public boolean hasAnyUpTo(YearMonth month) {
                return months.hasFiguresUpTo(source, month);
            }

            @Override
            public SealPlan.Closes closes(YearMonth month) {
                return months.closes(source, month);
            }

            @Override
            public long parked() {
                return intake.bySource().stream()
                        .filter(of -> of.source().equals(source.value()))
                        .mapToLong(IntakeFigures.OfSource::parked)
                        .sum();
            }
        };
    }
}
