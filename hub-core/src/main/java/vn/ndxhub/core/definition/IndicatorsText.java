package vn.ndxhub.core.definition;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Rule;

/**
 * The canonical text of the indicators of one source, a word and its values a line: id, measure, what is carried, rules, dimensions, and those of earlier
 * days. Names,
 * units and report lines are not in it. Order says nothing: indicators, rules and dimensions stand sorted.
 */
public final class IndicatorsText {

    static final String SOURCE = "source";
    static final String INDICATOR = "indicator";
    static final String MEASURE = "measure";
    static final String CARRIES = "carries";
    static final String BY = "by";
    static final String EARLIER = "earlier";
    static final String RULE = "rule";

    private IndicatorsText() {}

    /** Ids, types, names and codes have closed patterns without spaces: nothing needs to be quoted. */
    public static String write(SourceId source, Collection<Indicator> indicators) {
        return line(SOURCE, source.value())
                + indicators.stream()
                        .collect(Collectors.toMap(Indicator::id, IndicatorsText::text, String::concat, TreeMap::new))
                        .values()
                        .stream()
                        .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException when it is no such text */
    public static List<Indicator> read(String text) {
        return new IndicatorsTextReader().read(text);
    }

    private static String text(Indicator indicator) {
        String rules =
                indicator.rules().stream().map(IndicatorsText::text).sorted().collect(Collectors.joining());
        String dimensions = new TreeSet<>(indicator.dimensions())
                .stream().map(name -> line(BY, name)).collect(Collectors.joining());
        return line(INDICATOR, indicator.id().value())
                + line(MEASURE, indicator.measure().name())
                + line(CARRIES, indicator.carried().name())
                + dimensions
                + indicator.earlier().stream().map(IndicatorsText::text).collect(Collectors.joining())
                + rules;
    }

    private static String text(Breakdown breakdown) {
        return line(EARLIER, breakdown.until() + " " + String.join(" ", new TreeSet<>(breakdown.dimensions())));
    }

    private static String text(Rule rule) {
        String where = new TreeMap<>(rule.where())
                .entrySet().stream()
                        .map(each -> " " + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining());
        return line(RULE, rule.effect() + " " + rule.eventType() + where);
    }

    private static String line(String word, String values) {
        return word + " " + values + "\n";
    }
}
