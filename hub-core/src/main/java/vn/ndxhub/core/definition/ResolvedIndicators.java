package vn.ndxhub.core.definition;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;

/**
 * Indicators by hash, read from their canonical text wherever it is found first; without their words, which counting does not need. May be
 * asked by several threads.
 */
public final class ResolvedIndicators implements Indicators {

    private final List<KnownDefinitions> places;
    private final Map<Key, List<Indicator>> resolved = new ConcurrentHashMap<>();

    private record Key(SourceId source, long hash) {}

    /** @param places in the order in which they are asked */
    public ResolvedIndicators(KnownDefinitions... places) {
        this.places = List.of(places);
    }

    @Override
    public List<Indicator> of(SourceId source, long hash) {
        return resolved.computeIfAbsent(new Key(source, hash), this::resolve);
    }

    private List<Indicator> resolve(Key key) {
        return places.stream()
                .flatMap(place -> place.find(key.source, DefinitionKind.INDICATORS, key.hash).stream())
                .findFirst()
                .map(definition -> IndicatorsText.read(definition.text()))
                .orElseThrow(() -> new UnknownDefinition(key.source, key.hash));
    }
}
