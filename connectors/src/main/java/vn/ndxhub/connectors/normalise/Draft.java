package vn.ndxhub.connectors.normalise;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of the item at hand while it is being mapped; used again for the next one. */
final class Draft {

    @Nullable
    ReasonCode problem;

    @Nullable
    String problemField;

    @Nullable
    String eventId;

    @Nullable
    String retracts;

    boolean timed;
    long occurred;
    long recorded;
    long quantity;

    @Nullable
    Long amount;

    /** Position of the type in the compiled table, -1 while it is not known. */
    int type;

    /** Codes of the dimensions in the order of their names; null where the item has none. */
    final @Nullable String[] codes;

    Draft(int dimensions) {
        codes = new @Nullable String[dimensions];
    }

    void clear() {
        problem = null;
        problemField = null;
        eventId = null;
        retracts = null;
        timed = false;
        amount = null;
        type = -1;
        Arrays.fill(codes, null);
    }

    /** Notes why the item is no event; the first reason stays. Always false, so that a step can end with it. */
    boolean refuse(ReasonCode reason, @Nullable String field) {
        if (problem == null) {
            problem = reason;
            problemField = field;
        }
        return false;
    }
}
