package vn.ndxhub.connectors.catalog;

import java.util.List;
import java.util.Map;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;

/** The indicators of every source folder in every version that it holds. */
record IndicatorVersions(Map<SourceId, Map<Integer, List<Indicator>>> bySource) implements Indicators {

    @Override
    public List<Indicator> of(SourceId source, int version) {
        List<Indicator> indicators = bySource.getOrDefault(source, Map.of()).get(version);
        if (indicators == null) {
            throw new UnknownVersion(source, version);
        }
        return indicators;
    }
}
