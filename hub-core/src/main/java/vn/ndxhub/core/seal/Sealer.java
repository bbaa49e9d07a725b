package vn.ndxhub.core.seal;

import org.jspecify.annotations.Nullable;

/**
 * Seals months of one source, beside other hubs that do the same: {@code hub.control} decides which order was first, and only a seal that
 * won there gets markers. A hub may die between any two effects; the next sealer of any hub completes what it has left. Confined to
 * one thread at a time.
 */
public final class Sealer {

    /** Each lost attempt is a seal of another month that another hub has won: more of these in a row are no chance. */
    static final int MOST_ATTEMPTS = 5;

    private final SealTopics topics;
    private int marked;

    public Sealer(SealTopics topics) {
        this.topics = topics;
    }

    /** What the rules say of the request at this moment; changes nothing. */
    public SealDecision plan(SealRequest request) {
        return decide(topics.orders(), request);
    }

    /**
     * Waits until the feed is read, orders the seal and writes its markers. Where another month was sealed in between, that seal is
     * completed and the request takes the next number.
     *
     * @throws SealDelayed when something is away or late
     */
    public SealResult seal(SealRequest request) {
        return switch (decide(complete(), request)) {
            case SealDecision.Void nothing -> refused(nothing);
            case SealDecision.Accepted wanted -> {
                topics.awaitFeed();
                yield order(request, wanted);
            }
        };
    }

    /**
     * Writes the markers of every seal that is accepted and not known to be everywhere, in order: where a partition has taken one
     * already, its marker has no effect.
     */
    public SealOrders complete() {
        SealOrders orders = topics.orders();
        if (isBehind(orders)) {
            marked = Math.max(marked, topics.acknowledged());
            orders.after(marked).forEach(this::mark);
        }
        return orders;
    }

    /** Whether a seal is accepted whose markers this sealer neither wrote nor knows to be everywhere. */
    public boolean isBehind(SealOrders orders) {
        return marked < orders.next() - 1;
    }

    private void mark(SealDecision.Accepted seal) {
        for (int partition = 0; partition < topics.partitions(); partition++) {
            topics.mark(partition, seal);
        }
        marked = seal.number();
    }

    private SealResult order(SealRequest request, SealDecision.Accepted wanted) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            SealResult result = attempt(request, wanted);
            if (result != null) {
                return result;
            }
        }
        return new SealResult.Refused(
                "Nothing is sealed: other months were sealed first, " + MOST_ATTEMPTS + " times in a row. Ask again.");
    }

    /** Null when the number went to a seal of another month. */
    private @Nullable SealResult attempt(SealRequest request, SealDecision.Accepted wanted) {
        SealOrders before = complete();
        return switch (decide(before, request)) {
            case SealDecision.Void nothing -> refused(nothing);
            case SealDecision.Accepted seal when !seal.isSameRequestAs(wanted) -> overtaken(wanted, before);
            case SealDecision.Accepted seal -> {
                topics.order(seal.order());
                SealOrders after = complete();
                SealDecision.Accepted winner = after.of(seal.number());
                if (winner == null) {
                    yield voided(seal.order(), after);
                }
                yield winner.equals(seal) ? new SealResult.Ordered(seal) : null;
            }
        };
    }

    private static SealDecision decide(SealOrders orders, SealRequest request) {
        return orders.decide(request.as(orders.next()), request.at());
    }

    private static SealResult refused(SealDecision.Void nothing) {
        return new SealResult.Refused("Nothing is sealed: " + nothing.reason());
    }

    private static SealResult overtaken(SealDecision.Accepted wanted, SealOrders now) {
        String winner = now.after(wanted.number() - 1).stream()
                .filter(seal -> seal.month().equals(wanted.month()))
                .map(SealDecision.Accepted::inWords)
                .findFirst()
                .orElseThrow();
        return new SealResult.Refused("Nothing is sealed, because the same month was sealed meanwhile: " + winner
                + ". Ask again only if " + wanted.month() + " is to be restated once more.");
    }

    // The broker's clock, not the hub's, has the last word on whether a month is over.
    private static SealResult voided(SealOrder order, SealOrders now) {
        return now.voids().stream()
                .filter(nothing -> nothing.order().equals(order))
                .findFirst()
                .map(Sealer::refused)
                .orElse(new SealResult.Refused("Nothing is sealed: the order is void at the time of the broker"));
    }
}
