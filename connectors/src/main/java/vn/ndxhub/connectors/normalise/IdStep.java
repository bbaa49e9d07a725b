package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.Mapping.Identification;
import vn.ndxhub.connectors.source.Mapping.SourceField;
import vn.ndxhub.core.identity.EventId;

/** Reads which source, which event, and which other event it takes back. */
final class IdStep {

    private static final int NONE = -1;

    private final int sourceSlot;
    private final String sourceValue;
    private final String sourceField;
    private final int idSlot;
    private final String idField;
    private final int retractsSlot;
    private final String retractsField;

    IdStep(Identification identification, SlotPlan plan) {
        SourceField own = identification.source();
        sourceSlot = own == null ? NONE : plan.slot(own.field());
        sourceValue = own == null ? "" : own.value();
        sourceField = own == null ? "" : own.field().toString();
        idSlot = plan.slot(identification.eventId());
        idField = identification.eventId().toString();
        retractsSlot = identification.retracts() == null ? NONE : plan.slot(identification.retracts());
        retractsField = String.valueOf(identification.retracts());
    }

    boolean isOwn(Slots slots, Draft draft) {
        if (sourceSlot == NONE) {
            return true;
        }
        return switch (slots.kind(sourceSlot)) {
            case ABSENT -> draft.refuse(ReasonCode.MISSING_FIELD, sourceField);
            case TEXT ->
                slots.text(sourceSlot).equals(sourceValue) || draft.refuse(ReasonCode.WRONG_SOURCE, sourceField);
            default -> draft.refuse(ReasonCode.MALFORMED_FIELD, sourceField);
        };
    }

    boolean readId(Slots slots, Draft draft) {
        String id = id(slots, idSlot, draft, idField);
        draft.eventId = id;
        return id != null;
    }

    /** A retraction needs the id of another event, and no other item may have one. */
    boolean readRetracts(Slots slots, Draft draft, boolean isRetraction) {
        if (!isRetraction) {
            return retractsSlot == NONE
                    || slots.isAbsent(retractsSlot)
                    || draft.refuse(ReasonCode.MALFORMED_FIELD, retractsField);
        }
        String id = id(slots, retractsSlot, draft, retractsField);
        draft.retracts = id;
        return id != null && (!id.equals(draft.eventId) || draft.refuse(ReasonCode.MALFORMED_FIELD, retractsField));
    }

    private static @Nullable String id(Slots slots, int slot, Draft draft, String field) {
        switch (slots.kind(slot)) {
            case ABSENT -> draft.refuse(ReasonCode.MISSING_FIELD, field);
            case TEXT -> {
                String id = slots.text(slot);
                if (EventId.looksPersonal(id)) {
                    draft.refuse(ReasonCode.PERSONAL_NUMBER, field);
                } else if (!isPlain(id) && !EventId.isWellFormed(id)) {
                    draft.refuse(ReasonCode.BAD_EVENT_ID, field);
                } else {
                    return id;
                }
            }
            default -> draft.refuse(ReasonCode.MALFORMED_FIELD, field);
        }
        return null;
    }

    /** Visible ASCII within the length, as nearly every id is: well-formed without a closer look. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= EventId.LONGEST;
    }
}
