package vn.ndxhub.connectors.source;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a source writes an instant. */
public enum TimeForm {
    /** A number: seconds since 1970-01-01T00:00Z. */
    EPOCH_SECONDS("epoch-seconds", ChronoUnit.SECONDS),
    EPOCH_MILLIS("epoch-millis", ChronoUnit.MILLIS),
    EPOCH_MICROS("epoch-micros", ChronoUnit.MICROS),
    EPOCH_NANOS("epoch-nanos", ChronoUnit.NANOS),
    /** A text with its offset: {@code 2023-08-01T08:15:30+07:00}, with a fraction of a second or without, or {@code Z}. */
    ISO_OFFSET("iso-offset", null),
    /** In Viet Nam's time: a text without offset, {@code 2023-08-01T08:15:30}, or an Avro number of local-timestamp. */
    LOCAL_VIETNAM("local-vietnam", null);

    private final String key;
    private final @Nullable ChronoUnit unit;

    TimeForm(String key, @Nullable ChronoUnit unit) {
        this.key = key;
        this.unit = unit;
    }

    /** The word that source.yaml uses. */
    public String key() {
        return key;
    }

    /** Of a number since 1970-01-01T00:00Z; null where the form is no such number. */
    public @Nullable ChronoUnit unit() {
        return unit;
    }
}
