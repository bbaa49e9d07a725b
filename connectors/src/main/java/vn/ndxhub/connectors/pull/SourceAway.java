package vn.ndxhub.connectors.pull;

import vn.ndxhub.core.identity.SourceId;

/** The source gave no answer in time, or only errors, or is left alone for a while because of them; try again later. */
public final class SourceAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceAway(SourceId source, String what, Throwable cause) {
        super("Source " + source + " cannot be pulled now: " + what, cause);
    }
}
