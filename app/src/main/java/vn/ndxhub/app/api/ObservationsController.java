package vn.ndxhub.app.api;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.reporting.figures.StoredObservations;

/** The cells of a month, page by page: what a figure is made of. */
@RestController
final class ObservationsController {

    private static final int USUAL = 1_000;
    private static final int MOST = 5_000;
    private static final Set<String> KNOWN = Set.of("limit", "cursor");

    private final StoredObservations observations;

    ObservationsController(StoredObservations observations) {
        this.observations = observations;
    }

    /** @param next cursor of the next page; null after the last. A page may be empty and have a next one */
    record Page(List<Row> observations, @Nullable String next) {}

    /**
     * One cell in one vintage; the digest in its wire form of 16 hex digits.
     *
     * @param value of SNAPSHOT and MEMBER over all vintages up to this one, so that of a day the highest vintage holds; null where nothing
     *     is stated any more
     */
    record Row(
            String indicator,
            String kind,
            String day,
            String dimensions,
            int vintage,
            @Nullable BigInteger value,
            long count,
            String digest) {

        static Row of(Observation each) {
            return new Row(
                    each.cell().indicator().value(),
                    each.cell().kind().name(),
                    each.cell().day().toString(),
                    each.cell().dimensions().toString(),
                    each.cell().vintage(),
                    each.value(),
                    each.count(),
                    each.digest().toString());
        }
    }

    @GetMapping("/api/v1/observations/{month}")
    Page month(
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "" + USUAL) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> all) {
        refuseUnknown(all.keySet());
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST);
        }
        StoredObservations.Page page = observations.page(month, start(cursor), limit);
        return new Page(
                page.observations().stream().map(Row::of).toList(),
                page.next().map(StoredObservations.Cursor::toString).orElse(null));
    }

    private static void refuseUnknown(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Known parameters are limit and cursor");
        }
    }

    private static StoredObservations.Cursor start(@Nullable String cursor) {
        try {
            return cursor == null ? StoredObservations.Cursor.START : StoredObservations.Cursor.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
