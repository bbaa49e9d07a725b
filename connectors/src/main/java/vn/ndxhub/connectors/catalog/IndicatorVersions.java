package vn.ndxhub.connectors.catalog;

import java.util.List;
import java.util.Map;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;

/** The indicators of every source folder in every version that it holds. */
record IndicatorVersions(Map<SourceId, Map<Long, List<Indicator>>> bySource) implements Indicators {

    @Override
    public List<Indicator> of(SourceId source, long hash) {
        List<Indicator> indicators = bySource.getOrDefault(source, Map.of()).get(hash);
        if (indicators == null) {
            throw new UnknownDefinition(source, hash);
        }
        return indicators;
    }
}
