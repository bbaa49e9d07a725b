package vn.ndxhub.core.counting;

import java.util.HashMap;
import java.util.Map;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.time.BusinessDay;

/** The tallies of the closing equation, looked up once a source, day of receipt and term. */
final class ReceiptTallies {

    private final CountingState state;
    private final Map<SourceId, OneDay> bySource = new HashMap<>();
    private int epoch = -1;

    ReceiptTallies(CountingState state) {
        this.state = state;
    }

    void add(IndicatorId term, EventEntry.Arrival arrival, int difference) {
        Tally tally = tally(term, arrival);
        tally.add(difference);
        state.changed(tally);
    }

    private Tally tally(IndicatorId term, EventEntry.Arrival arrival) {
        if (epoch != state.sealEpoch()) {
            bySource.clear();
            epoch = state.sealEpoch();
        }
        SourceId source = arrival.origin().source();
        int day = BusinessDay.epochDay(arrival.intake());
        OneDay known = bySource.get(source);
        if (known == null || known.day != day) {
            known = new OneDay(day, new HashMap<>());
            bySource.put(source, known);
        }
        return known.terms.computeIfAbsent(term, t -> state.tally(IntakeCells.ofReceipt(t, source, arrival.intake())));
    }

    private record OneDay(int day, Map<IndicatorId, Tally> terms) {}
}
