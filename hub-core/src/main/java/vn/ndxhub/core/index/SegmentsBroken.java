package vn.ndxhub.core.index;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The disk does not keep what the index has given it; the index can be read back from the log. */
public final class SegmentsBroken extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    SegmentsBroken(String message, IOException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
