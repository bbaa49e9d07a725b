package vn.ndxhub.reporting.report;

import java.util.Locale;

/** The observation status of a line, in SDMX's words. */
enum LineStatus {
    /** There is nothing to say anything from. */
    MISSING("chưa có số liệu"),
    /** A month that the line touches is still open. */
    PROVISIONAL("tạm thời"),
    /** All months are sealed. */
    NORMAL("chính thức"),
    /** Sealed, and something has come since. */
    REVISED("điều chỉnh");

    private final String vietnamese;

    LineStatus(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    String vietnamese() {
        return vietnamese;
    }

    /** As programs read it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
