package vn.ndxhub.core.counting;

import java.time.YearMonth;
import java.util.List;
import vn.ndxhub.core.identity.SourceId;

/**
 * All that events have in common which give to the same cells: an event's quantity and amount and this are its
 * contribution, and what a retraction takes back.
 */
final class EventProfile {

    private static final Tally[] NONE = new Tally[0];

    private final SourceId source;
    private final String type;
    private final int occurredDay;
    private final YearMonth occurredMonth;
    private final List<ProfileShare> shares;
    private Tally[] tallies = NONE;
    private int generation;

    EventProfile(SourceId source, String type, int occurredDay, YearMonth occurredMonth, List<ProfileShare> shares) {
        this.source = source;
        this.type = type;
        this.occurredDay = occurredDay;
        this.occurredMonth = occurredMonth;
        this.shares = shares;
    }

    SourceId source() {
        return source;
    }

    String type() {
        return type;
    }

    int occurredDay() {
        return occurredDay;
    }

    YearMonth occurredMonth() {
        return occurredMonth;
    }

    List<ProfileShare> shares() {
        return shares;
    }

    /** What {@link #resolved} was given in this generation of tallies; none if it was another. */
    Tally[] tallies(int now) {
        return generation == now ? tallies : NONE;
    }

    void resolved(Tally[] resolvedTallies, int now) {
        tallies = resolvedTallies;
        generation = now;
    }
}
