package vn.ndxhub.app.api;

import java.time.YearMonth;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.reporting.figures.StoredTotals;

/** The totals of every cell of a month: what a figure is made of. */
@RestController
final class TotalsController {

    private final StoredTotals totals;

    TotalsController(StoredTotals totals) {
        this.totals = totals;
    }

    /** One cell; the digest in its wire form of 16 hex digits; of stated values of two vintages the higher ordering holds. */
    record Row(
            String indicator,
            String part,
            String day,
            String dimensions,
            int vintage,
            long value,
            long count,
            String digest,
            long ordering) {

        static Row of(Observation total) {
            return new Row(
                    total.cell().indicator().value(),
                    total.cell().kind().name(),
                    total.cell().day().toString(),
                    total.cell().dimensions().toString(),
                    total.cell().vintage(),
                    total.value(),
                    total.count(),
                    total.digest().toString(),
                    total.ordering());
        }
    }

    @GetMapping("/api/v1/observations/{month}")
    List<Row> month(@PathVariable YearMonth month) {
        return totals.between(month.atDay(1), month.plusMonths(1).atDay(1)).stream()
                .map(Row::of)
                .toList();
    }
}
