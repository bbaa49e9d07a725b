package vn.ndxhub.trials.bench;

import java.util.List;

/**
 * What one run of one contender gave.
 *
 * @param records done in that time
 * @param nanos from its first record to the last that is done
 * @param steps in which they were seen to be done: who commits every five seconds is seen to have done something every five
 * @param cpu what it took, in core-nanoseconds, of the contender itself, the broker, and the database
 * @param allocatedBytes what the contender itself has allocated in that time
 * @param residentBytes of the contender's process at the end, the largest if it has several
 * @param check whether its counts and digests are those of the events sent
 * @param marks on the way, from its first record to the last
 */
public record Outcome(
        long records,
        long nanos,
        int steps,
        Cpu cpu,
        long allocatedBytes,
        long residentBytes,
        Check check,
        List<Mark> marks) {

    private static final int ENOUGH_STEPS = 3;

    /** How far it was at a moment, and what it had taken since it was started. */
    record Mark(long records, long nanos, Cpu cpu) {}

    /** Core-nanoseconds between the first record and the last. */
    record Cpu(long own, long broker, long database) {

        Cpu minus(Cpu other) {
            return new Cpu(own - other.own, broker - other.broker, database - other.database);
        }
    }

    /** What was found when the result was compared. */
    public enum Check {
        EXACT,
        WRONG,
        /** It does no counting. */
        NOTHING_TO_CHECK,
        /** The time was over before the events were. */
        UNFINISHED
    }

    /** Whether rate and costs can be told: of few steps the last, which is seen late, decides. */
    boolean isTold() {
        return steps >= ENOUGH_STEPS;
    }

    double perSecond() {
        return records * 1e9 / nanos;
    }
}
