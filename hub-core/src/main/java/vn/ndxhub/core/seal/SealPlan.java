package vn.ndxhub.core.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a seal would close if it were ordered now.
 *
 * @param seal the number and the kind that it would have
 * @param closes the figures that it would fix, as they are published at this moment
 * @param behind what has not reached these figures yet
 */
public record SealPlan(SealDecision.Accepted seal, Closes closes, Behind behind) {

    /**
     * Published figures of the month.
     *
     * @param indicators how many have a figure
     * @param counters how many monthly counters they have, one for each breakdown
     */
    public record Closes(int indicators, long counters) {

        public boolean isNothing() {
            return counters == 0;
        }
    }

    /**
     * On its way.
     *
     * @param feed records of the feed that are not in the event log yet
     * @param log records of the event log that are not counted yet
     * @param parked items of the source, of whatever month, that wait for a decision
     */
    public record Behind(long feed, long log, long parked) {}

    /** What to consider before it is ordered, in words; a seal cannot be taken back. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (seal.isRestatement()) {
            warnings.add(seal.month() + " is sealed: its first published figures stay, this is its restatement "
                    + seal.restatement());
        } else {
            warnings.add("What " + seal.month()
                    + " shows is its first published figure from then on, and cannot be changed");
        }
        if (closes.isNothing()) {
            warnings.add("No figure of " + seal.month() + " is published: it would be closed with nothing in it");
        }
        if (behind.feed() > 0) {
            warnings.add(behind.feed() + " records of the feed are not read: the seal waits for them");
        }
        if (behind.log() > 0) {
            warnings.add(behind.log()
                    + " records of the event log are not counted: the seal covers them, these figures do not");
        }
        if (behind.parked() > 0) {
            warnings.add(behind.parked() + " items of the source are parked: those of " + seal.month()
                    + " that are released later are counted behind the seal");
        }
        return warnings;
    }
}
