package vn.ndxhub.core.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.time.BusinessDay;

/** Turns events into profiles: the indicators' rules are applied once a profile, and the profiles in use are remembered. */
final class EventProfiles {

    private final Indicators indicators;
    private final IntSupplier most;
    private final Map<Key, EventProfile> byKey = new HashMap<>();

    /** @param most profiles to remember */
    EventProfiles(Indicators indicators, IntSupplier most) {
        this.indicators = indicators;
        this.most = most;
    }

    EventProfile of(EventEntry event) {
        Key key = Key.of(event);
        EventProfile known = byKey.get(key);
        if (known != null) {
            return known;
        }
        if (byKey.size() >= most.getAsInt()) {
            byKey.clear();
        }
        EventProfile profile = new EventProfile(
                key.source,
                key.type,
                key.occurredDay,
                BusinessDay.month(key.occurredDay),
                shares(key, event.dimensions()));
        byKey.put(key, profile);
        return profile;
    }

    private List<ProfileShare> shares(Key key, Dimensions dimensions) {
        List<ProfileShare> shares = new ArrayList<>();
        for (Indicator indicator : indicators.of(key.source, key.definitions.indicators())) {
            for (Rule rule : indicator.rules()) {
                if (rule.eventType().equals(key.type) && holds(rule.where(), dimensions)) {
                    shares.add(share(indicator, rule.effect(), key, dimensions));
                }
            }
        }
        return List.copyOf(shares);
    }

    private static ProfileShare share(Indicator indicator, Effect effect, Key key, Dimensions dimensions) {
        ObservationKind part = part(indicator.measure(), effect);
        // A stock moves when the source records it: a snapshot already holds what was recorded before its cut.
        LocalDate day = LocalDate.ofEpochDay(part == ObservationKind.MOVEMENT ? key.recordedDay : key.occurredDay);
        Cell cell = new Cell(indicator.id(), part, day, broken(dimensions, indicator.dimensionsOn(day)), 0);
        return switch (effect) {
            case ADD -> new ProfileShare(cell, indicator.carried(), 1);
            case SUBTRACT -> new ProfileShare(cell, indicator.carried(), -1);
            case STATE -> new ProfileShare(cell, indicator.carried().stated(), 1);
            case JOIN -> new ProfileShare(cell, Carried.EVENT, 1);
            case LEAVE -> new ProfileShare(cell, Carried.EVENT, 0);
        };
    }

    private static ObservationKind part(Measure measure, Effect effect) {
        return switch (effect) {
            case ADD, SUBTRACT -> measure == Measure.FLOW ? ObservationKind.FLOW : ObservationKind.MOVEMENT;
            case STATE -> ObservationKind.SNAPSHOT;
            case JOIN, LEAVE -> ObservationKind.MEMBER;
        };
    }

    private static Dimensions broken(Dimensions event, List<String> names) {
        Map<String, String> codes = new TreeMap<>();
        for (String name : names) {
            codes.put(name, event.codes().getOrDefault(name, Indicator.UNALLOCATED));
        }
        return Dimensions.of(codes);
    }

    private static boolean holds(Map<String, String> where, Dimensions dimensions) {
        return where.entrySet().stream()
                .allMatch(e -> e.getValue().equals(dimensions.codes().get(e.getKey())));
    }

    private record Key(
            SourceId source,
            DefinitionHashes definitions,
            String type,
            int occurredDay,
            int recordedDay,
            Dimensions dimensions) {

        static Key of(EventEntry event) {
            return new Key(
                    event.arrival().origin().source(),
                    event.definitions(),
                    event.type(),
                    BusinessDay.epochDay(event.occurred()),
                    BusinessDay.epochDay(event.recorded()),
                    event.dimensions());
        }
    }
}
