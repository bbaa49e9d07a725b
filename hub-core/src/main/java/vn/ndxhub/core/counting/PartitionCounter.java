package vn.ndxhub.core.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.IndicatorId;
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
            EventProfiles profiles,
            IdentityIndex index,
            OriginalEvents originals,
            CountingState state) {
        this.logPartition = logPartition;
        this.profiles = profiles;
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
            if (!noted.isRetractedBefore(i)) {
                give(event, profile);
            }
            Tally distinct = tallies.distinct(profile);
            distinct.add(event.identity(), 1);
            state.changed(distinct);
            return received(event.arrival(), IntakeCells.COUNTED, Outcome.COUNTED);
        }
        if (seen) {
            return Outcome.REDELIVERED;
        }
        if (isConflict(event, noted.original(i))) {
            return received(event.arrival(), IntakeCells.CONFLICTS, Outcome.CONFLICT);
        }
        return received(event.arrival(), IntakeCells.DUPLICATES, Outcome.DUPLICATE);
    }

    // Copies made under different mappings may differ without being a conflict of the source's making.
    private static boolean isConflict(EventEntry event, @Nullable EventEntry differing) {
        return differing != null
                && differing.definitions().mapping() == event.definitions().mapping();
    }

    private Outcome retraction(int i, EventEntry retraction) {
        boolean seen = isRedelivery(retraction.arrival());
        if (noted.isFirst(i)) {
            EventEntry original = noted.original(i);
            if (original != null) {
                takeBack(original);
            }
            return received(retraction.arrival(), IntakeCells.RETRACTIONS, Outcome.RETRACTED);
        }
        if (seen) {
            return Outcome.REDELIVERED;
        }
        return received(retraction.arrival(), IntakeCells.DUPLICATES, Outcome.DUPLICATE);
    }

    private void give(EventEntry event, EventProfile profile) {
        List<ProfileShare> shares = profile.shares();
        for (int i = 0; i < shares.size(); i++) {
            ProfileShare share = shares.get(i);
            Tally tally = tallies.of(profile, i);
            long value = share.value(event.quantity(), profile.amount());
            switch (share.cell().kind()) {
                case FLOW, MOVEMENT -> tally.add(event.identity(), value);
                case SNAPSHOT -> state(share, tally, event.identity(), event.recorded(), value);
                case MEMBER -> state(share, tally, event.identity(), event.occurred(), value);
            }
            state.changed(tally);
        }
    }

    private void state(ProfileShare share, Tally tally, Identity identity, long ordering, long value) {
        tally.state(identity, state.state(share.cell(), new StatedValue(ordering, identity.digestTerm(), value)));
    }

    private void takeBack(EventEntry retracted) {
        Identity subject = retracted.identity();
        EventProfile profile = profiles.of(retracted);
        List<ProfileShare> shares = profile.shares();
        for (int i = 0; i < shares.size(); i++) {
            ProfileShare share = shares.get(i);
            Tally tally = tallies.of(profile, i);
            if (share.cell().kind().isStated()) {
                tally.withdraw(subject, state.withdraw(share.cell(), subject));
            } else {
                tally.takeBack(subject, share.value(retracted.quantity(), profile.amount()));
            }
            state.changed(tally);
        }
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
        SourceId source = arrival.origin().source();
        receipts.add(IntakeCells.RECEIVED, arrival, sign);
        Tally refused = state.tally(IntakeCells.ofReceipt(term, source, arrival.intake(), refusal.reason()));
        refused.add(sign);
        state.changed(refused);
        return Outcome.REFUSED;
    }

    private Outcome seal(long offset, SealEntry seal) {
        SealKey key = new SealKey(seal.source(), seal.month());
        if (seal.number() != state.seals(key) + 1) {
            return Outcome.IGNORED;
        }
        long count = 0;
        long digest = 0;
        for (int day = 1; day <= seal.month().lengthOfMonth(); day++) {
            int epochDay = (int) seal.month().atDay(day).toEpochDay();
            for (int vintage = 0; vintage < seal.number(); vintage++) {
                Tally tally = state.tallyIfPresent(IntakeCells.distinct(seal.source(), epochDay, vintage));
                count += tally == null ? 0 : tally.count();
                digest += tally == null ? 0 : tally.digest();
            }
        }
        state.seal(new TakenSeal(seal.source(), seal.month(), seal.number(), offset, count, digest));
        return Outcome.SEALED;
    }

    private boolean isRedelivery(EventEntry.Arrival arrival) {
        return arrival.attempt() > 0 ? !state.isNewReading(arrival.origin(), false) : !state.isNew(arrival.origin());
    }

    private Outcome received(EventEntry.Arrival arrival, IndicatorId term, Outcome outcome) {
        receipts.add(IntakeCells.RECEIVED, arrival, 1);
        receipts.add(term, arrival, 1);
        return outcome;
    }
}
