package vn.ndxhub.core.counting;

import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.Identity;

/** The running contribution of this partition to one cell. */
final class Tally {

    private final Cell cell;
    private final List<StatedValue> stated = new ArrayList<>(0);
    private long value;
    private long count;
    private long digest;
    private long position;
    private boolean changed;

    Tally(Cell cell) {
        this.cell = cell;
    }

    static Tally of(Contribution contribution) {
        Tally tally = new Tally(contribution.cell());
        tally.value = contribution.value();
        tally.count = contribution.count();
        tally.digest = contribution.digest();
        tally.position = contribution.position();
        tally.stated.addAll(contribution.stated());
        return tally;
    }

    Cell cell() {
        return cell;
    }

    long count() {
        return count;
    }

    long digest() {
        return digest;
    }

    /** Counts without identity: the classes of the closing equation. */
    void add(long difference) {
        value = Math.addExact(value, difference);
        count += difference;
    }

    void add(Identity identity, long difference) {
        value = Math.addExact(value, difference);
        count++;
        digest += identity.digestTerm();
    }

    void takeBack(Identity identity, long difference) {
        value = Math.subtractExact(value, difference);
        count--;
        digest -= identity.digestTerm();
    }

    void state(Identity identity, long ordering, long level) {
        stated.add(new StatedValue(ordering, identity.digestTerm(), level));
        count++;
        digest += identity.digestTerm();
    }

    /** Takes a stated value back; where it was stated in an earlier vintage, that one stays and this one says so. */
    void withdraw(Identity identity, long ordering) {
        if (!stated.removeIf(s -> s.identity() == identity.digestTerm())) {
            stated.add(StatedValue.withdrawn(ordering, identity.digestTerm()));
        }
        count--;
        digest -= identity.digestTerm();
    }

    void set(long newValue, long newCount, long newDigest) {
        value = newValue;
        count = newCount;
        digest = newDigest;
    }

    /** Marks the tally as changed at this position; true if it was not marked before. */
    boolean touch(long newPosition) {
        position = newPosition;
        boolean first = !changed;
        changed = true;
        return first;
    }

    Contribution drain() {
        changed = false;
        return contribution();
    }

    Contribution contribution() {
        return new Contribution(cell, value, count, digest, stated, position);
    }
}
