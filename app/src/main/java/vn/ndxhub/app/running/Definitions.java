package vn.ndxhub.app.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.core.definition.DefinitionKind;
import vn.ndxhub.core.definition.IndicatorsText;
import vn.ndxhub.core.definition.ResolvedIndicators;
import vn.ndxhub.core.definition.UsedDefinitions;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Indicators;

/** What this hub's folders define, and what was ever used. */
public record Definitions(SourceCatalog folders, UsedDefinitions used) {

    /** Those of this hub's own folders, and those of hubs that were there before or run beside it. */
    Indicators indicators() {
        return new ResolvedIndicators(folders.definitions(), used);
    }

    /** Before the source's first event is bound to them. */
    void announce(SourceId source) {
        used.announce(folders.definitions(source));
    }

    /** The source of every indicator that was ever defined, also of one that the newest folder leaves out; the hub's own are not in it. */
    Map<IndicatorId, SourceId> sourcesOfIndicators() {
        Map<IndicatorId, SourceId> sources = new HashMap<>();
        folders.sources().forEach(source -> put(folders.indicators(source.id()), sources));
        used.all().stream()
                .filter(each -> each.kind() == DefinitionKind.INDICATORS)
                .forEach(each -> put(IndicatorsText.read(each.text()), sources));
        return sources;
    }

    private static void put(List<Indicator> indicators, Map<IndicatorId, SourceId> sources) {
        indicators.forEach(indicator -> sources.putIfAbsent(indicator.id(), indicator.source()));
    }
}
