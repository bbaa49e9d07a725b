package vn.ndxhub.reporting.report;

/** The report that was asked for is not known; the message says what there is. */
public final class NoSuchReport extends RuntimeException {

    NoSuchReport(String message) {
        super(message);
    }
}
