package vn.ndxhub.schemas.registry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A trust or key store on disk. {@code key} is the configuration key that named it, for messages; passwords are never printed. */
public record KeyMaterial(
        String key,
        Path location,
        String type,
        @Nullable String password,
        @Nullable String keyPassword) {

    @Override
    public String toString() {
        return "KeyMaterial[" + key + "=" + location + ", type=" + type + "]";
    }
}
