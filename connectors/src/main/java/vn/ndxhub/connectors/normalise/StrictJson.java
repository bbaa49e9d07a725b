package vn.ndxhub.connectors.normalise;

import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** JSON by the letter: UTF-8 only, nothing but numbers as numbers, bounded depth; {@link Keys} sees to keys that stand twice. */
final class StrictJson {

    private final IntakeLimits limits;
    private final JsonFactory json;

    StrictJson(IntakeLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .recyclerPool(JsonRecyclerPools.threadLocalPool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        // No number is ever made of so many digits, and one long number must not cost its batch.
                        .maxNumberLength(limits.recordBytes())
                        .build())
                .build();
    }

    JsonFactory factory() {
        return json;
    }

    JsonParser parse(byte[] value) {
        return json.createParser(value);
    }

    JsonParser parse(InputStream values) {
        return json.createParser(values);
    }

    /** JSON in UTF-8 begins with a visible character; anything else would make the parser guess another encoding. */
    boolean isUtf8(byte[] value) {
        boolean guessed = value.length >= 2 && (value[0] <= 0 || value[1] == 0);
        return !guessed && Utf8.isValid(value);
    }

    ReasonCode reason(JacksonException failure, JsonParser parser) {
        if (failure instanceof StreamConstraintsException) {
            boolean deep = parser.streamReadContext().getNestingDepth() >= limits.depth();
            return deep ? ReasonCode.TOO_DEEP : ReasonCode.UNREADABLE;
        }
        return ReasonCode.UNREADABLE;
    }
}
