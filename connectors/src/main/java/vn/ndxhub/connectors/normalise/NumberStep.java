package vn.ndxhub.connectors.normalise;

import java.util.regex.Pattern;
import vn.ndxhub.connectors.source.FieldPath;

/** Reads a quantity or an amount: a whole number, never negative, never text, never so large that sums could overflow. */
final class NumberStep {

    /** No number is given, and that is allowed. */
    static final long NONE = -1;

    /** The draft knows why there is no number. */
    static final long REFUSED = -2;

    /** 100 trillion: 92,000 numbers of that size fit into the sum of one cell. */
    static final long LARGEST = 100_000_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]+([.,][0-9]+)*\\s*");

    private final int slot;
    private final String field;

    NumberStep(FieldPath number, SlotPlan plan) {
        slot = plan.slot(number);
        field = number.toString();
    }

    /** @param needed whether an item of this type must state the number itself */
    long read(Slots slots, Draft draft, boolean needed) {
        return switch (slots.kind(slot)) {
            case ABSENT -> needed ? refuse(draft, ReasonCode.MISSING_FIELD) : NONE;
            case INTEGER -> inRange(slots.number(slot), draft);
            case TEXT ->
                refuse(
                        draft,
                        looksLikeNumber(slots.text(slot)) ? ReasonCode.NUMBER_AS_TEXT : ReasonCode.MALFORMED_FIELD);
            case OTHER -> refuse(draft, ReasonCode.MALFORMED_FIELD);
        };
    }

    private long inRange(long number, Draft draft) {
        if (number < 0) {
            return refuse(draft, ReasonCode.NEGATIVE_QUANTITY);
        }
        return number > LARGEST ? refuse(draft, ReasonCode.NUMBER_TOO_LARGE) : number;
    }

    static boolean looksLikeNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private long refuse(Draft draft, ReasonCode reason) {
        draft.refuse(reason, field);
        return REFUSED;
    }
}
