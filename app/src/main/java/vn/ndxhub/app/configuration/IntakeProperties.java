package vn.ndxhub.app.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.connectors.normalise.IntakeLimits;

/**
 * {@code hub.intake}: what is taken without a person.
 *
 * @param horizon an older event is parked
 * @param future an event further ahead of its intake is parked
 * @param recordBytes a larger record is rejected
 * @param items a batch of more is rejected
 * @param depth a value nested deeper is rejected
 */
@ConfigurationProperties("hub.intake")
record IntakeProperties(
        @DefaultValue("400d") Duration horizon,
        @DefaultValue("10m") Duration future,
        @DefaultValue("1MB") DataSize recordBytes,
        @DefaultValue("10000") int items,
        @DefaultValue("32") int depth) {

    /** No feed takes a larger record, and the rejects have room for this one. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(2);

    /** As deep as a JSON parser goes by its own choice. */
    private static final int DEEPEST = 500;

    private static final int MOST_ITEMS = 1_000_000;

    IntakeProperties {
        if (recordBytes.isNegative() || recordBytes.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("hub.intake.record-bytes must be 1B to 2MB: no feed takes more");
        }
        if (items > MOST_ITEMS) {
            throw new IllegalArgumentException("hub.intake.items must be at most " + MOST_ITEMS);
        }
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("hub.intake.depth must be at most " + DEEPEST);
        }
        limits(horizon, future, recordBytes, items, depth);
    }

    IntakeLimits limits() {
        return limits(horizon, future, recordBytes, items, depth);
    }

    private static IntakeLimits limits(Duration horizon, Duration future, DataSize recordBytes, int items, int depth) {
        try {
            return new IntakeLimits(horizon, future, (int) recordBytes.toBytes(), items, depth);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hub.intake." + e.getMessage(), e);
        }
    }
}
