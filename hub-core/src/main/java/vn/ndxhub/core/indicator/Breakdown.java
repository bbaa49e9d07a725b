package vn.ndxhub.core.indicator;

import java.time.LocalDate;
import java.util.List;

/** The dimensions that a stock was broken down by up to and with a day; on the next day its levels start afresh under other ones. */
public record Breakdown(List<String> dimensions, LocalDate until) {

    public Breakdown {
        dimensions = List.copyOf(dimensions);
    }
}
