package vn.ndxhub.core.figures;

import java.util.Collection;

/** Where published totals are kept: the port of the reporting layer. */
public interface FigureStore {

    /**
     * Makes ready what it keeps figures in; nothing if that has been done.
     *
     * @throws Unavailable when the store is away
     */
    void prepare();

    /**
     * Writes one batch in one transaction. A row that the store holds in the same or a later {@link Version} stays as it
     * is, so that a replay or a late writer is harmless. At most one total a cell and one monthly total a key may stand in
     * a batch.
     *
     * @throws Unavailable when the store cannot take it now; nothing of the batch is written then
     * @throws Refused when it will not take it as it is; nothing of the batch is written then either
     */
    void publish(
            Collection<Observation> totals, Collection<MonthlyCounter> months, Collection<SealAcknowledgement> seals);

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
}
