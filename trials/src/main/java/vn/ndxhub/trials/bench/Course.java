package vn.ndxhub.trials.bench;

import java.time.Duration;
import java.util.Map;
import vn.ndxhub.sandbox.world.World;

/**
 * What every contender runs: the same native events, in the feed already.
 *
 * @param records in the feed, copies among them
 * @param truth by {@code day|area}
 * @param limit who has not finished by then is measured by what is done
 */
record Course(World world, String feed, long records, Map<String, Truth> truth, Duration limit) {

    /** Distinct events. */
    long events() {
        return truth.values().stream().mapToLong(Truth::count).sum();
    }

    /** What one cell must show. */
    record Truth(long count, long digest) {

        static final Truth NOTHING = new Truth(0, 0);

        Truth plus(long term) {
            return new Truth(count + 1, digest + term);
        }
    }
}
