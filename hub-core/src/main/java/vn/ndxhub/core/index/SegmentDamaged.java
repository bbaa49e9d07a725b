package vn.ndxhub.core.index;

import java.io.IOException;

/** The disk gives back something else than the index had given it, or nothing: the index must be read again from the log. */
public final class SegmentDamaged extends SegmentsBroken {

    private static final long serialVersionUID = 1L;

    SegmentDamaged(String message, IOException cause) {
        super(message, cause);
    }

    SegmentDamaged(String message) {
        this("An index of identities is damaged", new IOException(message));
    }

    /** What is wrong, without the rest of the sentence. */
    String reason() {
        Throwable cause = getCause();
        return String.valueOf(cause == null ? getMessage() : cause.getMessage());
    }
}
