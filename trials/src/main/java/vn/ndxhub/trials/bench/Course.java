package vn.ndxhub.trials.bench;

import java.time.Duration;
import java.util.Map;
import vn.ndxhub.sandbox.world.World;

/**
 * What every contender runs: the same native events, in the feed already.
 *
 * @param limit who has not finished by then is measured by what is done
 */
record Course(World world, Load load, Duration limit) {

    String feed() {
        return load.feed();
    }

    /** Items in the feed, copies among them. */
    long records() {
        return load.items();
    }

    /** By {@code day|code}. */
    Map<String, Truth> truth() {
        return load.truth();
    }

    /** Distinct events. */
    long events() {
        return truth().values().stream().mapToLong(Truth::count).sum();
    }

    /** What one cell must show. */
    record Truth(long count, long digest) {

        static final Truth NOTHING = new Truth(0, 0);

        Truth plus(long term) {
            return new Truth(count + 1, digest + term);
        }
    }
}
