package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.indicator.Indicator;

/**
 * One dimension, compiled.
 *
 * @param index of the dimension in the order of names
 * @param present for a dimension that tells only whether there is a value; null for one that takes it
 * @param unallocated native value of the rest without a code; null where there is none
 * @param ofType whether an item of the type has this dimension, by the type's position
 */
record DimensionStep(
        int slot,
        int index,
        String field,
        @Nullable Codes codes,
        @Nullable Presence present,
        @Nullable String unallocated,
        boolean[] ofType) {

    /** The codes for a value that is there and one that is not. */
    record Presence(String yes, String no) {}

    boolean read(Slots slots, Draft draft, long epochDay) {
        if (!ofType[draft.type]) {
            return true;
        }
        if (present != null) {
            boolean there = !slots.isAbsent(slot)
                    && !(slots.kind(slot) == Slots.Kind.TEXT && slots.text(slot).isBlank());
            draft.codes[index] = there ? present.yes : present.no;
            return true;
        }
        return switch (slots.kind(slot)) {
            case ABSENT -> true;
            case TEXT -> {
                String text = slots.text(slot);
                String code = text.equals(unallocated)
                        ? Indicator.UNALLOCATED
                        : codes == null ? null : codes.code(text, draft, epochDay, field);
                draft.codes[index] = code;
                yield code != null;
            }
            default -> draft.refuse(ReasonCode.MALFORMED_FIELD, field);
        };
    }
}
