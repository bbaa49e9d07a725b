package vn.ndxhub.core.counting;

import java.util.List;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;

/**
 * Counts one partition of the event log. The figures are a function of the entries in order: reading the same entries
 * again, from wherever, with the same {@link CountingState}, changes nothing.
 */
public final class PartitionCounter {

    private final int logPartition;
    private final Shapes shapes;
    private final IdentityIndex index;
    private final CountingState state;
    private final ReceiptTallies receipts;
    private final ShapeTallies tallies;

    /** @param shapes and index belong together: the index holds ids of these shapes */
    public PartitionCounter(int logPartition, Shapes shapes, IdentityIndex index, CountingState state) {
        this.logPartition = logPartition;
        this.shapes = shapes;
        this.index = index;
        this.state = state;
        this.receipts = new ReceiptTallies(state);
        this.tallies = new ShapeTallies(state);
    }

    /** Only makes the entry known, as when the index is read back from the log. */
    public static void note(long offset, LogEntry entry, Shapes shapes, IdentityIndex index) {
        if (entry instanceof EventEntry event) {
            if (event.isRetraction()) {
                index.noteRetraction(event.subject(), offset);
            } else {
                Shape shape = shapes.of(event);
                index.noteEvent(event.subject(), offset, event.contentHash(), event.quantity(), shape.id());
            }
        }
    }

    /**
     * Counts the entry at this offset.
     *
     * @throws LogGap when the offset lies beyond the one that is next
     */
    public Outcome count(long offset, LogEntry entry) {
        if (offset < state.position()) {
            note(offset, entry, shapes, index);
            return Outcome.INDEXED;
        }
        refuseGap(offset);
        Outcome outcome = switch (entry) {
            case EventEntry event when event.isRetraction() -> retraction(offset, event);
            case EventEntry event -> event(offset, event);
            case RefusalEntry refusal -> refusal(refusal);
            case SealEntry seal -> seal(offset, seal);
        };
        state.moveTo(offset + 1);
        return outcome;
    }

    /** Passes over a record that is no entry. */
    public void pass(long offset) {
        if (offset >= state.position()) {
            refuseGap(offset);
            state.moveTo(offset + 1);
        }
    }

    private void refuseGap(long offset) {
        if (offset > state.position()) {
            throw new LogGap(logPartition, state.position(), offset);
        }
    }

    private Outcome event(long offset, EventEntry event) {
        Shape shape = shapes.of(event);
        int slot = index.noteEvent(event.subject(), offset, event.contentHash(), event.quantity(), shape.id());
        boolean first = index.offset(slot) == offset;
        boolean seen = isRedelivery(event.arrival());
        if (first) {
            if (!isRetractedBefore(event.subject(), offset)) {
                give(event, shape);
            }
            Tally distinct = tallies.distinct(shape);
            distinct.add(event.subject(), 1);
            state.changed(distinct);
            return received(event.arrival(), IntakeCells.COUNTED, Outcome.COUNTED);
        }
        if (seen) {
            return Outcome.REDELIVERED;
        }
        if (isConflict(event, slot)) {
            return received(event.arrival(), IntakeCells.CONFLICTS, Outcome.CONFLICT);
        }
        return received(event.arrival(), IntakeCells.DUPLICATES, Outcome.DUPLICATE);
    }

    // Copies made under different versions of the mapping may differ without being a conflict of the source's making.
    private boolean isConflict(EventEntry event, int slot) {
        return index.contentHash(slot) != event.contentHash()
                && shapes.byId(index.shape(slot)).mappingVersion()
                        == event.versions().mapping();
    }

    private boolean isRetractedBefore(Identity identity, long offset) {
        long retraction = index.retraction(identity);
        return retraction != IdentityIndex.NONE && retraction < offset;
    }

    private Outcome retraction(long offset, EventEntry retraction) {
        Identity subject = retraction.subject();
        boolean first = index.noteRetraction(subject, offset) == offset;
        boolean seen = isRedelivery(retraction.arrival());
        if (first) {
            int slot = index.find(subject);
            if (slot >= 0 && index.offset(slot) < offset) {
                takeBack(subject, slot);
            }
            return received(retraction.arrival(), IntakeCells.RETRACTIONS, Outcome.RETRACTED);
        }
        if (seen) {
            return Outcome.REDELIVERED;
        }
        return received(retraction.arrival(), IntakeCells.DUPLICATES, Outcome.DUPLICATE);
    }

    private void give(EventEntry event, Shape shape) {
        List<Share> shares = shape.shares();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            Tally tally = tallies.of(shape, i);
            long value = share.value(event.quantity(), shape.amount());
            switch (share.cell().part()) {
                case FLOW, MOVEMENT -> tally.add(event.subject(), value);
                case SNAPSHOT -> tally.state(event.subject(), event.recorded(), value);
                case MEMBER -> tally.state(event.subject(), event.occurred(), value);
            }
            state.changed(tally);
        }
    }

    private void takeBack(Identity subject, int slot) {
        Shape shape = shapes.byId(index.shape(slot));
        List<Share> shares = shape.shares();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            Tally tally = tallies.of(shape, i);
            if (share.cell().part().isStated()) {
                tally.withdraw(subject, 0);
            } else {
                tally.takeBack(subject, share.value(index.quantity(slot), shape.amount()));
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
        Tally acknowledgement = state.tally(IntakeCells.seal(seal.source(), seal.month(), seal.number()));
        acknowledgement.set(offset, count, digest);
        state.changed(acknowledgement);
        state.seal(key, seal.number());
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
