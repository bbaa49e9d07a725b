package vn.ndxhub.connectors.pull;

import java.util.Locale;

/** Why an answer is not taken as the next page. */
public enum PageFault {
    /** A page that was taken before. */
    REPEATED,
    /** At least one page is missing before this one. */
    SKIPPED,
    /** Not the page that was asked for. */
    OTHER_CURSOR,
    /** No JSON, or without the page's number or cursor. */
    UNREADABLE,
    /** Larger than a feed record may be. */
    TOO_LARGE,
    /** The source says no: not authorised, no such page, or a redirection, which is never followed. */
    DENIED;

    /** For metrics and logs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
