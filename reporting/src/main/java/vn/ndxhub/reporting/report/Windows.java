package vn.ndxhub.reporting.report;

/** Which windows a report has. */
public enum Windows {
    /** The calendar month; stocks as of its last day. */
    CALENDAR("calendar"),
    /** Those of the printed report, each with both its ends. */
    AS_PRINTED("as-printed");

    private final String code;

    Windows(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
