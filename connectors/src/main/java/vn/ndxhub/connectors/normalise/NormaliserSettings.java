package vn.ndxhub.connectors.normalise;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.Source;

/** @param personalKey needed by sources with keyed-hash fields only */
public record NormaliserSettings(
        IntakeLimits limits, @Nullable PersonalKey personalKey) {

    public static final NormaliserSettings DEFAULT = new NormaliserSettings(IntakeLimits.DEFAULT, null);

    /** With the horizon that the source names, where it names one. */
    NormaliserSettings of(Source source) {
        Duration horizon = source.delivery().horizon();
        return horizon == null ? this : new NormaliserSettings(limits.within(horizon), personalKey);
    }
}
