package vn.ndxhub.core.seal;

/**
 * What sealing does to the world, for one source: a port of few effects, each of which may be the last one before a hub dies.
 */
public interface SealTopics {

    /** The orders as {@code hub.control} holds them, with all that had been written when this was called. */
    SealOrders orders();

    /**
     * Returns when the brokers have the order.
     *
     * @throws SealDelayed when that is not known; it may stand there all the same
     */
    void order(SealOrder order);

    /**
     * Returns when all that the feed held at the moment of the call has its trace in the event log.
     *
     * @throws SealDelayed when that takes too long
     */
    void awaitFeed();

    /** How many partitions the source's event log has. */
    int partitions();

    /**
     * Writes the seal's marker into one partition of the event log; returns when the brokers have it.
     *
     * @throws SealDelayed when that is not known
     */
    void mark(int partition, SealDecision.Accepted seal);

    /** The number of the last seal that all partitions are known to have taken, 0 for none; it may be late, never early. */
    int acknowledged();
}
