package vn.ndxhub.core.counting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.time.BusinessDay;

/** The tallies of the closing equation, by day of receipt, type and reporting party. */
final class ReceiptTallies {

    private final CountingState state;
    private final Map<Receipt, Map<Term, Tally>> known = new HashMap<>();
    private int generation = -1;

    private record Receipt(
            SourceId source,
            int day,
            @Nullable String type,
            @Nullable String party) {}

    private record Term(IndicatorId indicator, @Nullable String reason) {}

    ReceiptTallies(CountingState state) {
        this.state = state;
    }

    void add(IndicatorId term, @Nullable String type, EventEntry.Arrival arrival, int difference) {
        add(term, null, type, arrival, difference);
    }

    /** @param reason of what was rejected or parked */
    void add(
            IndicatorId term,
            @Nullable String reason,
            @Nullable String type,
            EventEntry.Arrival arrival,
            int difference) {
        SourceId source = arrival.origin().source();
        int day = BusinessDay.epochDay(arrival.intake());
        Tally tally = tally(new Receipt(source, day, type, arrival.party()), new Term(term, reason));
        tally.add(difference);
        state.changed(tally);
    }

    /** Corrects the term of a retraction whose event has come after all. */
    void matched(SourceId source, UnmatchedRetraction retraction) {
        int day = BusinessDay.epochDay(retraction.intake());
        Tally tally = tally(
                new Receipt(source, day, retraction.type(), retraction.party()),
                new Term(IntakeCells.RETRACTIONS_UNMATCHED, null));
        tally.add(-1);
        state.changed(tally);
    }

    private Tally tally(Receipt receipt, Term term) {
        if (generation != state.tallies().generation() || known.size() > state.share()) {
            known.clear();
            generation = state.tallies().generation();
        }
        return known.computeIfAbsent(receipt, r -> new HashMap<>())
                .computeIfAbsent(
                        term,
                        t -> state.tallies()
                                .receipt(IntakeCells.ofReceipt(
                                        t.indicator(),
                                        receipt.source(),
                                        receipt.day(),
                                        IntakeCells.codes(receipt.type(), receipt.party(), t.reason()))));
    }
}
