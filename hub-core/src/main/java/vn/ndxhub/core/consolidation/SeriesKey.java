package vn.ndxhub.core.consolidation;

import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;

/** An indicator broken down to one set of dimensions. */
record SeriesKey(IndicatorId indicator, Dimensions dimensions) {

    /** The series without its member: a membership is published as the number of its members. */
    SeriesKey withoutMember() {
        if (!dimensions.codes().containsKey(Indicator.MEMBER)) {
            return this;
        }
        Map<String, String> codes = new TreeMap<>(dimensions.codes());
        codes.remove(Indicator.MEMBER);
        return new SeriesKey(indicator, Dimensions.of(codes));
    }
}
