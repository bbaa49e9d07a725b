package vn.ndxhub.core.counting;

/** The next record does not follow the last one: entries in between would be lost, or not be known. Whoever reads must go back. */
public final class LogGap extends RuntimeException {

    private LogGap(String message) {
        super(message);
    }

    static LogGap ofState(int logPartition, long expected, long found) {
        return new LogGap("Partition " + logPartition + " of the event log goes on at offset " + found + ", but offset "
                + expected + " has not been counted yet; reading starts again from there");
    }

    static LogGap ofIndex(int logPartition, long expected, long found) {
        return new LogGap("Partition " + logPartition + " of the event log goes on at offset " + found
                + ", but its index has only read up to offset " + expected
                + ": what stands between could be counted twice; the index is read back again");
    }
}
