package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;

/** @param personalKey needed by sources with keyed-hash fields only */
public record NormaliserSettings(
        IntakeLimits limits, @Nullable PersonalKey personalKey) {

    public static final NormaliserSettings DEFAULT = new NormaliserSettings(IntakeLimits.DEFAULT, null);
}
