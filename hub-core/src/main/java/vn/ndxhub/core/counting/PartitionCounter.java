package vn.ndxhub.core.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.OriginalEvents;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;

/**
 * Counts one partition of the event log, record by record. The figures are a function of the entries in order: reading the same
 * records again, from wherever, with the same {@link CountingState}, changes nothing.
 */
public final class PartitionCounter {

    private final int logPartition;
    private final EventProfiles profiles;
    private final IdentityIndex index;
    private final NotedRecord noted;
    private final CountingState state;
    private final ReceiptTallies receipts;
    private final ProfileTallies tallies;

    /** What became of entries. */
    @FunctionalInterface
    public interface Outcomes {

        /** @param index of the entry in its record */
        void accept(int index, Outcome outcome);
    }

    public PartitionCounter(
            int logPartition,
            Indicators indicators,
            IdentityIndex index,
            OriginalEvents originals,
            CountingState state) {
        this.logPartition = logPartition;
        this.profiles = new EventProfiles(indicators, state::share);
        this.index = index;
        this.noted = new NotedRecord(index, originals);
        this.state = state;
        this.receipts = new ReceiptTallies(state);
        this.tallies = new ProfileTallies(state);
    }

    /**
     * Counts the entries of the record at this offset; none for a record that holds no entry.
     *
     * @param outcomes hears what became of each; of none if the record was counted before
     * @throws LogGap when the offset lies beyond the one that is next, or the index has not read all that stands before it
     */
    public void count(long offset, List<? extends LogEntry> entries, Outcomes outcomes) {
        refuseGap(offset);
        if (offset < state.position()) {
            index.note(offset, entries);
            return;
        }
        noted.note(offset, entries);
        for (int i = 0; i < entries.size(); i++) {
            outcomes.accept(i, count(offset, i, entries.get(i)));
        }
        state.moveTo(offset + 1);
    }

    // Kafka Streams reads state and index back by itself, each up to where it believes the commit to be: neither is
    // taken on trust.
    private void refuseGap(long offset) {
        if (offset > state.position()) {
            throw LogGap.ofState(logPartition, state.position(), offset);
        }
        if (offset > index.position()) {
            throw LogGap.ofIndex(logPartition, index.position(), offset);
        }
    }

    private Outcome count(long offset, int i, LogEntry entry) {
        return switch (entry) {
            case EventEntry event when event.isRetraction() -> retraction(i, event);
            case EventEntry event -> event(i, event);
            case RefusalEntry refusal -> refusal(refusal);
            case SealEntry seal -> seal(offset, seal);
        };
    }

    private Outcome event(int i, EventEntry event) {
        boolean seen = isRedelivery(event.arrival());
        if (noted.isFirst(i)) {
            EventProfile profile = profiles.of(event);
            if (noted.isRetractedBefore(i)) {
                match(event);
            } else {
                give(event, profile);
            }
            state.months().add(profile.source(), profile.occurredMonth(), event.identity());
            Tally distinct = tallies.distinct(profile);
            distinct.add(event.identity(), 1);
            state.changed(distinct);
            return received(event, IntakeCells.COUNTED, Outcome.COUNTED);
        }
        if (seen) {
            return Outcome.REDELIVERED;
        }
        if (isConflict(event, noted.original(i))) {
            return received(event, IntakeCells.CONFLICTS, Outcome.CONFLICT);
        }
        return received(event, IntakeCells.DUPLICATES, Outcome.DUPLICATE);
    }

    // Copies made under different mappings may differ without being a conflict of the source's making.
    private static boolean isConflict(EventEntry event, @Nullable EventEntry differing) {
        return differing != null
                && differing.definitions().mapping() == event.definitions().mapping();
    }

    /** A retraction was here before its event, and waits no longer. */
    private void match(EventEntry event) {
        UnmatchedRetraction retraction = state.unmatched().matched(event.identity());
        if (retraction != null) {
            receipts.matched(event.arrival().origin().source(), retraction);
        }
    }

    private Outcome retraction(int i, EventEntry retraction) {
        boolean seen = isRedelivery(retraction.arrival());
        if (noted.isFirst(i)) {
            EventEntry original = noted.original(i);
            if (original != null) {
                takeBack(original);
            } else {
                state.unmatched().add(retraction);
                receipts.add(IntakeCells.RETRACTIONS_UNMATCHED, retraction.type(), retraction.arrival(), 1);
            }
            return received(retraction, IntakeCells.RETRACTIONS, Outcome.RETRACTED);
        }
        if (seen) {
            return Outcome.REDELIVERED;
        }
        return received(retraction, IntakeCells.DUPLICATES, Outcome.DUPLICATE);
    }

    private void give(EventEntry event, EventProfile profile) {
        List<ProfileShare> shares = profile.shares();
        for (int i = 0; i < shares.size(); i++) {
            ProfileShare share = shares.get(i);
            Tally tally = tallies.of(profile, i);
            if (share.cell().kind().isStated()) {
                tally.count(event.identity(), 1);
                state.state(share.cell(), tally, statement(event, share));
            } else {
                tally.add(event.identity(), share.value(event.quantity(), event.amount()));
            }
            state.changed(tally);
        }
    }

    private void takeBack(EventEntry retracted) {
        EventProfile profile = profiles.of(retracted);
        List<ProfileShare> shares = profile.shares();
        for (int i = 0; i < shares.size(); i++) {
            ProfileShare share = shares.get(i);
            Tally tally = tallies.of(profile, i);
            if (share.cell().kind().isStated()) {
                tally.count(retracted.identity(), -1);
                state.withdraw(share.cell(), tally, statement(retracted, share));
            } else {
                tally.takeBack(retracted.identity(), share.value(retracted.quantity(), retracted.amount()));
            }
            state.changed(tally);
        }
    }

    private static StatedValue statement(EventEntry event, ProfileShare share) {
        long ordering = share.cell().kind() == ObservationKind.MEMBER ? event.occurred() : event.recorded();
        return new StatedValue(ordering, event.identity().digestTerm(), share.value(event.quantity(), event.amount()));
    }

    private Outcome refusal(RefusalEntry refusal) {
        EventEntry.Arrival arrival = refusal.arrival();
        boolean release = refusal.outcome() == RefusalEntry.Outcome.RELEASED;
        boolean seen = release ? !state.isNewReading(arrival.origin(), true) : isRedelivery(arrival);
        if (seen) {
            return Outcome.REDELIVERED;
        }
        int sign = release ? -1 : 1;
        IndicatorId term =
                refusal.outcome() == RefusalEntry.Outcome.REJECTED ? IntakeCells.REJECTED : IntakeCells.PARKED;
        receipts.add(IntakeCells.RECEIVED, refusal.type(), arrival, sign);
        receipts.add(term, refusal.reason(), refusal.type(), arrival, sign);
        return Outcome.REFUSED;
    }

    private Outcome seal(long offset, SealEntry seal) {
        if (seal.number() != state.vintage(seal.source()) + 1) {
            return Outcome.IGNORED;
        }
        state.seal(seal.source(), seal.month(), seal.number(), offset);
        return Outcome.SEALED;
    }

    private boolean isRedelivery(EventEntry.Arrival arrival) {
        return arrival.attempt() > 0 ? !state.isNewReading(arrival.origin(), false) : !state.isNew(arrival.origin());
    }

    private Outcome received(EventEntry event, IndicatorId term, Outcome outcome) {
        receipts.add(IntakeCells.RECEIVED, event.type(), event.arrival(), 1);
        receipts.add(term, event.type(), event.arrival(), 1);
        return outcome;
    }
}
