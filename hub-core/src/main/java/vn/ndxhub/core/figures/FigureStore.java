package vn.ndxhub.core.figures;

import java.util.Collection;
import java.util.List;
import vn.ndxhub.core.log.SourceLog;

/** Adds contributions up and keeps the figures that come of it: the port of the reporting layer. */
public interface FigureStore {

    /**
     * Makes ready what it keeps figures in; nothing if that has been done.
     *
     * @throws Unavailable when the store is away
     */
    void prepare();

    /**
     * Offset of the log's contributions up to which they have been added; 0 if none has. Reading goes on here, whatever a consumer group has
     * committed.
     *
     * @throws Unavailable when the store is away
     */
    long readPosition(SourceLog log);

    /**
     * Adds a batch in one transaction, its read position with it. An element that a cell holds from the same or a later position of its log
     * partition stays as it is, so that what is read again, or brought by a reader that has lost its place to another, is harmless.
     *
     * @throws Unavailable when the store cannot take it now; nothing of the batch is written then
     * @throws Refused when it will not take it as it is; nothing of the batch is written then either
     * @throws Behind when the store has not been brought what lies in front of the batch
     */
    void add(SourceLog log, ContributionBatch batch);

    /** Whether the source's figures are read from this epoch of its log: only these are sent to others. */
    boolean isPublished(SourceLog log);

    /** Monthly counters that have changed since they were last {@link #sent}, each as it is now. */
    List<MonthlyCounter> unsent(SourceLog log, int most);

    /** Others have these now; a counter that has changed again meanwhile stays unsent. */
    void sent(SourceLog log, Collection<MonthlyCounter> counters);

    /** The store is away: try again later. */
    final class Unavailable extends RuntimeException {

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The store refuses what it is given, or the hub has not the right to give it: trying again helps once that is mended. */
    final class Refused extends RuntimeException {

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The store is a former state of itself, for example a restored backup: reading must go back to its {@link #readPosition}. */
    final class Behind extends RuntimeException {

        public Behind(SourceLog log, long position, long from) {
            super("The figures of " + log.source() + " hold its contributions up to offset " + position
                    + ", but those from offset " + from + " on are brought: they are read again from there");
        }
    }
}
