package vn.ndxhub.connectors.normalise;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.Mapping.TimeField;
import vn.ndxhub.connectors.source.Mapping.Times;
import vn.ndxhub.connectors.source.TimeForm;

/** Reads when it happened and when it was recorded, and judges both against the intake. */
final class TimeStep {

    private final Clock occurred;
    private final @Nullable Clock recorded;
    private final long horizon;
    private final long future;

    TimeStep(Times times, SlotPlan plan, IntakeLimits limits) {
        occurred = Clock.of(times.occurred(), plan);
        recorded = times.recorded() == null ? null : Clock.of(times.recorded(), plan);
        horizon = limits.horizon().toMillis();
        future = limits.future().toMillis();
    }

    boolean readOccurred(Slots slots, Draft draft) {
        long instant = occurred.read(slots, draft);
        if (instant <= Instants.IMPOSSIBLE) {
            return false;
        }
        draft.timed = true;
        draft.occurred = instant;
        return true;
    }

    boolean readRecorded(Slots slots, Draft draft) {
        if (recorded == null || slots.isAbsent(recorded.slot)) {
            draft.recorded = draft.occurred;
            return true;
        }
        draft.recorded = recorded.read(slots, draft);
        if (draft.recorded <= Instants.IMPOSSIBLE) {
            return false;
        }
        // Clocks differ; a zone that was mistaken differs by hours, and would move a stock on another day.
        return draft.recorded >= draft.occurred - future
                || draft.refuse(ReasonCode.RECORDED_BEFORE_OCCURRED, recorded.field);
    }

    /** Neither ahead of the intake nor before the horizon, as seen from the intake and never from a clock. */
    boolean isInReach(Draft draft, long intake) {
        if (draft.occurred > intake + future) {
            return draft.refuse(ReasonCode.FUTURE, occurred.field);
        }
        if (recorded != null && draft.recorded > intake + future) {
            return draft.refuse(ReasonCode.FUTURE, recorded.field);
        }
        if (draft.occurred < intake - horizon) {
            return draft.refuse(ReasonCode.BEFORE_HORIZON, occurred.field);
        }
        // A stock moves on the day recorded: that day must not lie beyond the horizon either.
        if (recorded != null && draft.recorded < intake - horizon) {
            return draft.refuse(ReasonCode.BEFORE_HORIZON, recorded.field);
        }
        return true;
    }

    private record Clock(
            int slot, String field, TimeForm form, @Nullable ChronoUnit unit) {

        static Clock of(TimeField time, SlotPlan plan) {
            return new Clock(plan.slot(time.field()), time.field().toString(), time.form(), time.unit());
        }

        /** The instant, or one of {@link Instants}' two answers that are none, which the draft then knows. */
        long read(Slots slots, Draft draft) {
            long instant = switch (slots.kind(slot)) {
                case ABSENT -> refuse(draft, ReasonCode.MISSING_FIELD);
                case INTEGER ->
                    unit == null
                            ? refuse(draft, ReasonCode.MALFORMED_FIELD)
                            : Instants.ofNumber(slots.number(slot), unit, form == TimeForm.LOCAL_VIETNAM);
                case TEXT -> text(slots.text(slot), draft);
                case OTHER -> refuse(draft, ReasonCode.MALFORMED_FIELD);
            };
            if (instant == Instants.IMPOSSIBLE) {
                draft.refuse(ReasonCode.IMPOSSIBLE_DATE, field);
            } else if (instant == Instants.MALFORMED) {
                draft.refuse(ReasonCode.MALFORMED_FIELD, field);
            }
            return instant;
        }

        private long text(String text, Draft draft) {
            if (unit != null) {
                return refuse(
                        draft,
                        NumberStep.looksLikeNumber(text) ? ReasonCode.NUMBER_AS_TEXT : ReasonCode.MALFORMED_FIELD);
            }
            return form == TimeForm.ISO_OFFSET ? Instants.withOffset(text) : Instants.inVietnam(text);
        }

        private long refuse(Draft draft, ReasonCode reason) {
            draft.refuse(reason, field);
            return Instants.MALFORMED;
        }
    }
}
