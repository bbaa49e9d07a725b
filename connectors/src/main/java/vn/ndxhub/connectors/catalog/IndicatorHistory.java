package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Measure;

/**
 * Whether a new version of an indicator goes on with the series of the one before. One that counts something else needs an id of its own; a
 * stock with other dimensions starts on a named day, because its levels are not those that stood there until then.
 */
final class IndicatorHistory {

    private IndicatorHistory() {}

    static void check(IndicatorsReader.Read older, IndicatorsReader.Read newer) {
        Map<IndicatorId, IndicatorsReader.Entry> before = older.entries();
        newer.entries().forEach((id, entry) -> {
            IndicatorsReader.Entry known = before.get(id);
            if (known != null) {
                check(known.indicator(), entry.indicator(), entry.section(), older.version());
            }
        });
    }

    private static void check(Indicator older, Indicator newer, Section section, int version) {
        same("measure", older.measure(), newer.measure(), section, version);
        same("carries", older.carried(), newer.carried(), section, version);
        same("unit", older.unit(), newer.unit(), section, version);
        if (newer.measure() != Measure.FLOW && older.measure() == newer.measure()) {
            breakdowns(older, newer, section, version);
        }
    }

    private static void same(String key, Object older, Object newer, Section section, int version) {
        if (!Objects.equals(older, newer)) {
            section.complain(
                    key, "differs from version " + version + "; what is counted otherwise needs an id of its own");
        }
    }

    private static void breakdowns(Indicator older, Indicator newer, Section section, int version) {
        List<Breakdown> expected = new ArrayList<>(older.earlier());
        List<Breakdown> found = newer.earlier();
        boolean changed = !Set.copyOf(older.dimensions()).equals(Set.copyOf(newer.dimensions()));
        int kept = changed ? found.size() - 1 : found.size();
        if (changed && (kept < 0 || !sameNames(found.getLast().dimensions(), older.dimensions()))) {
            section.complain(
                    "earlier",
                    "version " + version + " was broken down by " + older.dimensions()
                            + ": end here with {until: DAY, dimensions: " + older.dimensions()
                            + "}, the last day on which it counts so");
        } else if (kept != expected.size() || !sameDays(expected, found)) {
            section.complain("earlier", "must begin with what version " + version + " has there");
        }
    }

    private static boolean sameDays(List<Breakdown> expected, List<Breakdown> found) {
        for (int i = 0; i < expected.size(); i++) {
            Breakdown one = expected.get(i);
            Breakdown other = found.get(i);
            if (!one.until().equals(other.until()) || !sameNames(one.dimensions(), other.dimensions())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNames(List<String> one, List<String> other) {
        return Set.copyOf(one).equals(Set.copyOf(other));
    }
}
