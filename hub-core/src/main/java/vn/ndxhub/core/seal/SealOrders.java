package vn.ndxhub.core.seal;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.time.BusinessDay;

/**
 * The seals of one source: its orders in the order in which the log holds them, each accepted or void. Every hub that reads the same
 * records comes to the same seals, whatever hubs wrote them. Confined to one thread.
 */
public final class SealOrders {

    /** No national database keeps its events for longer, and a mistyped year should not bind a source to seal centuries. */
    static final int MOST_YEARS_BACK = 50;

    /** Void orders are remembered to be shown, and no more of them than anybody reads. */
    static final int MOST_VOIDS = 20;

    private final List<SealDecision.Accepted> accepted = new ArrayList<>();
    private final Deque<SealDecision.Void> voids = new ArrayDeque<>();
    private final Map<YearMonth, Integer> sealsOfMonth = new HashMap<>();
    private @Nullable YearMonth begin;
    private @Nullable YearMonth end;

    public SealOrders() {}

    /** A copy that goes its own way. */
    public SealOrders(SealOrders other) {
        accepted.addAll(other.accepted);
        voids.addAll(other.voids);
        sealsOfMonth.putAll(other.sealsOfMonth);
        begin = other.begin;
        end = other.end;
    }

    /** @param writtenAt when the broker wrote the order, milliseconds since 1970-01-01T00:00Z */
    public SealDecision take(SealOrder order, long writtenAt) {
        SealDecision decision = decide(order, writtenAt);
        switch (decision) {
            case SealDecision.Accepted seal -> accept(seal);
            case SealDecision.Void nothing -> {
                voids.addLast(nothing);
                if (voids.size() > MOST_VOIDS) {
                    voids.removeFirst();
                }
            }
        }
        return decision;
    }

    private void accept(SealDecision.Accepted seal) {
        accepted.add(seal);
        sealsOfMonth.merge(seal.month(), 1, Integer::sum);
        if (begin == null) {
            begin = seal.month();
        }
        if (end == null || seal.month().isAfter(end)) {
            end = seal.month();
        }
    }

    /** What {@link #take} would make of the order, which changes nothing here. */
    public SealDecision decide(SealOrder order, long writtenAt) {
        String reason = objection(order, BusinessDay.month(BusinessDay.epochDay(writtenAt)));
        return reason == null
                ? new SealDecision.Accepted(order, sealsOfMonth.getOrDefault(order.month(), 0))
                : new SealDecision.Void(order, reason);
    }

    private @Nullable String objection(SealOrder order, YearMonth running) {
        if (order.number() != next()) {
            return "the next seal is number " + next() + ", not " + order.number();
        }
        if (!order.month().isBefore(running)) {
            return order.month() + " is not over: in Viet Nam it is " + running;
        }
        if (order.month().isBefore(running.minusYears(MOST_YEARS_BACK))) {
            return order.month() + " lies more than " + MOST_YEARS_BACK + " years back";
        }
        if (begin == null || end == null || sealsOfMonth.containsKey(order.month())) {
            return null;
        }
        return isInOrder(order.month(), begin, end)
                ? null
                : order.month() + " has to wait: the next month to be sealed is " + end.plusMonths(1)
                        + ", and months in front of " + begin
                        + ", the first that was sealed, may be sealed at any time";
    }

    private static boolean isInOrder(YearMonth month, YearMonth begin, YearMonth end) {
        return month.isBefore(begin) || month.equals(end.plusMonths(1));
    }

    /** The number of the next seal. */
    public int next() {
        return accepted.size() + 1;
    }

    /** The seals of a number above this one, in order; 0 gives all. */
    public List<SealDecision.Accepted> after(int number) {
        return List.copyOf(accepted.subList(Math.min(Math.max(number, 0), accepted.size()), accepted.size()));
    }

    /** The seal of this number; null while there is none. */
    public SealDecision.@Nullable Accepted of(int number) {
        return number < 1 || number > accepted.size() ? null : accepted.get(number - 1);
    }

    /** The last orders that were void, the latest at the end. */
    public List<SealDecision.Void> voids() {
        return List.copyOf(voids);
    }
}
