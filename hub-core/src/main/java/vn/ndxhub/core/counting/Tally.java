package vn.ndxhub.core.counting;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.Identity;

/** The running contribution of this partition to one cell. */
final class Tally {

    private final Cell cell;
    private final WideSum value = new WideSum();
    private @Nullable StatedValue stated;
    private long count;
    private long digest;
    private long position;
    private boolean changed;

    Tally(Cell cell) {
        this.cell = cell;
    }

    static Tally of(Contribution contribution) {
        Tally tally = new Tally(contribution.cell());
        tally.value.set(contribution.value());
        tally.count = contribution.count();
        tally.digest = contribution.digest();
        tally.position = contribution.position();
        tally.stated = contribution.stated();
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
        value.add(difference);
        count += difference;
    }

    void add(Identity identity, long difference) {
        value.add(difference);
        count++;
        digest += identity.digestTerm();
    }

    void takeBack(Identity identity, long difference) {
        value.subtract(difference);
        count--;
        digest -= identity.digestTerm();
    }

    /** Counts a statement, behind which this one holds. */
    void state(Identity identity, @Nullable StatedValue holding) {
        stated = holding;
        count++;
        digest += identity.digestTerm();
    }

    /** Takes a statement back, behind which this one holds. */
    void withdraw(Identity identity, @Nullable StatedValue holding) {
        stated = holding;
        count--;
        digest -= identity.digestTerm();
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
        return new Contribution(cell, value.value(), count, digest, stated, position);
    }
}
