package vn.ndxhub.trials.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.trials.oracle.Oracle;

/**
 * What came of a case.
 *
 * @param findings by oracle what it found, nothing where all is right; an oracle that was not asked is not in it
 * @param recovery from the last disturbance until all was equal and quiet; null where nothing was waited for
 */
public record Verdict(
        String fault,
        Trial.Chance chance,
        End end,
        Map<Oracle, List<String>> findings,
        @Nullable Duration recovery) {

    /** Of a case that has not begun. */
    static Verdict without(String fault, Trial.Chance chance, End end) {
        return new Verdict(fault, chance, end, Map.of(), null);
    }

    /** An oracle was asked, none found anything, and what was to go wrong did go wrong. */
    public boolean isGreen() {
        return end instanceof End.Judged
                && !findings.isEmpty()
                && findings.values().stream().allMatch(List::isEmpty);
    }

    /** Whether it says that something is wrong; what cannot be tried here says nothing. */
    public boolean isRed() {
        return !isGreen() && !(end instanceof End.NotHere);
    }
}
