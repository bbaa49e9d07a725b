package vn.ndxhub.core.counting;

/** The next entry does not follow the last one: entries in between would be lost. Whoever reads must go back. */
public final class LogGap extends RuntimeException {

    public LogGap(int logPartition, long expected, long found) {
        super("Partition " + logPartition + " of the event log goes on at offset " + found + ", but offset " + expected
                + " has not been counted yet; reading starts again from there");
    }
}
