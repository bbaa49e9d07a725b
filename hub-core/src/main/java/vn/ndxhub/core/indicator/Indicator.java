package vn.ndxhub.core.indicator;

import java.time.LocalDate;
import java.util.List;
import vn.ndxhub.core.identity.SourceId;

/**
 * A figure of one source, as one version of its definition says.
 *
 * @param dimensions names of the event's dimensions that the figure is broken down by; an event without one of them
 *     contributes under the code {@value #UNALLOCATED}; a membership has the dimension {@value #MEMBER}
 * @param earlier what a stock was broken down by before, in the order of days; none for a flow
 * @param line id of the report line it feeds
 */
public record Indicator(
        IndicatorId id,
        SourceId source,
        Text name,
        String unit,
        Measure measure,
        Carried carried,
        List<Rule> rules,
        List<String> dimensions,
        List<Breakdown> earlier,
        String line) {

    /** The explicit rest of a breakdown. */
    public static final String UNALLOCATED = "unallocated";

    /** The dimension that names the member of a membership. */
    public static final String MEMBER = "member";

    public Indicator {
        rules = List.copyOf(rules);
        dimensions = List.copyOf(dimensions);
        earlier = List.copyOf(earlier);
    }

    /** One that has never been broken down otherwise. */
    public Indicator(
            IndicatorId id,
            SourceId source,
            Text name,
            String unit,
            Measure measure,
            Carried carried,
            List<Rule> rules,
            List<String> dimensions,
            String line) {
        this(id, source, name, unit, measure, carried, rules, dimensions, List.of(), line);
    }

    /** What it is broken down by on a day: an event counts in the series that live on its day, whenever it comes. */
    public List<String> dimensionsOn(LocalDate day) {
        for (Breakdown each : earlier) {
            if (!day.isAfter(each.until())) {
                return each.dimensions();
            }
        }
        return dimensions;
    }
}
