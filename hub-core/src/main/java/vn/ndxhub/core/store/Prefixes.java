package vn.ndxhub.core.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the keys that begin alike end. */
public final class Prefixes {

    private Prefixes() {}

    /** The smallest key behind all that begin so; null if there is none. */
    public static byte @Nullable [] behind(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xff) {
                byte[] behind = Arrays.copyOf(prefix, i + 1);
                behind[i]++;
                return behind;
            }
        }
        return null;
    }
}
