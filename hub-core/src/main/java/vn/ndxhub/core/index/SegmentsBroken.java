package vn.ndxhub.core.index;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The disk does not take what the index gives it. */
public class SegmentsBroken extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    SegmentsBroken(String message, IOException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
