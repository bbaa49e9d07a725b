package vn.ndxhub.core.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.indicator.Text;

/** Reads what {@link IndicatorsText} writes; used for one text. */
final class IndicatorsTextReader {

    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private final List<Breakdown> earlier = new ArrayList<>();
    private @Nullable SourceId source;
    private @Nullable IndicatorId id;
    private @Nullable Measure measure;
    private @Nullable Carried carried;

    List<Indicator> read(String text) {
        text.lines().forEach(this::line);
        end();
        return List.copyOf(indicators);
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String values = line.substring(Math.min(line.length(), word.length() + 1));
        switch (word) {
            case IndicatorsText.SOURCE -> source = new SourceId(values);
            case IndicatorsText.INDICATOR -> {
                end();
                id = new IndicatorId(values);
            }
            case IndicatorsText.MEASURE -> measure = Measure.valueOf(values);
            case IndicatorsText.CARRIES -> carried = Carried.valueOf(values);
            case IndicatorsText.BY -> dimensions.add(values);
            case IndicatorsText.EARLIER -> earlier.add(breakdown(values.strip().split(" ")));
            case IndicatorsText.RULE -> rules.add(rule(values.split(" ")));
            default ->
                throw new IllegalArgumentException("A definition of indicators has a line that begins with '" + word
                        + "'; was it written by a newer hub?");
        }
    }

    private static Breakdown breakdown(String[] values) {
        return new Breakdown(List.of(values).subList(1, values.length), LocalDate.parse(values[0]));
    }

    private static Rule rule(String[] values) {
        Map<String, String> where = new TreeMap<>();
        for (int i = 2; i < values.length; i++) {
            int equals = values[i].indexOf('=');
            where.put(values[i].substring(0, equals), values[i].substring(equals + 1));
        }
        return new Rule(values[1], where, Effect.valueOf(values[0]));
    }

    private void end() {
        IndicatorId named = id;
        if (named != null) {
            if (source == null || measure == null || carried == null) {
                throw new IllegalArgumentException(
                        "The definition of " + named + " lacks its source, measure or carrier");
            }
            Text words = new Text(named.value(), named.value());
            indicators.add(new Indicator(named, source, words, "", measure, carried, rules, dimensions, earlier, ""));
        }
        id = null;
        measure = null;
        carried = null;
        rules.clear();
        dimensions.clear();
        earlier.clear();
    }
}
