package vn.ndxhub.core.seal;

import java.time.YearMonth;

/** What the rules make of an order. */
public sealed interface SealDecision {

    /**
     * The order is the source's next seal.
     *
     * @param restatement 0 for the first seal of the month, n for its n-th restatement
     */
    record Accepted(SealOrder order, int restatement) implements SealDecision {

        public int number() {
            return order.number();
        }

        public YearMonth month() {
            return order.month();
        }

        public boolean isRestatement() {
            return restatement > 0;
        }

        /** Both would do the same to the same month's figures, under whatever number. */
        public boolean isSameRequestAs(Accepted other) {
            return month().equals(other.month()) && restatement == other.restatement;
        }

        /** E.g. {@code seal 7, the first of 2023-08, asked for by operator}. */
        public String inWords() {
            String which = isRestatement() ? "restatement " + restatement + " of " : "the first of ";
            return "seal " + number() + ", " + which + month() + ", asked for by " + order.requestedBy();
        }
    }

    /**
     * The order seals nothing, now and for ever.
     *
     * @param reason in words
     */
    record Void(SealOrder order, String reason) implements SealDecision {}
}
