package vn.ndxhub.schemas.registry;

import org.jspecify.annotations.Nullable;

/** The registry could not be asked, or its answer was none: nothing is known about the schema, so ask again later. */
public final class RegistryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message) {
        super(message);
    }

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
