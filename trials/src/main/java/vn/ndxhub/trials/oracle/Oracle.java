package vn.ndxhub.trials.oracle;

/** What must hold, whatever was done to the hub. */
public enum Oracle {
    /** Value, count and digest of every cell equal the ledger's. */
    O1_EXACT,
    /** Received = counted + duplicates + conflicts + rejected + parked + retractions, as the ledger says it. */
    O2_CONSERVED,
    /** Nothing is counted that was not sent. */
    O3_NO_PHANTOM,
    /** Recount of the log = monthly counters on their topic = PostgreSQL = REST. */
    O5_AGREEMENT,
    /** While things go wrong, what has been counted never becomes less, and never more than the ledger has. */
    O6_LIVE,
    /** A sealed month's first figure never changes; restatements are numbered. */
    O7_SEALED,
    /** Each refused item is in the rejects, with reason, origin and bytes. */
    O8_REFUSALS,
    /** What stops says so; what comes back goes on by itself. */
    O9_BOUNDED;

    /** As in the list of oracles, e.g. {@code O1}. */
    public String id() {
        return name().substring(0, name().indexOf('_'));
    }
}
