package vn.ndxhub.app.configuration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says which key is missing, and how else it can be given. */
final class Required {

    private Required() {}

    static String text(String key, @Nullable String value, String meaning) {
        if (value == null || value.isBlank()) {
            String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            throw new IllegalArgumentException(
                    key + " is missing: " + meaning + ". Set it, or the environment variable " + variable + ".");
        }
        return value;
    }
}
