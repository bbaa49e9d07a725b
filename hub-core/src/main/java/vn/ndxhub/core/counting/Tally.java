package vn.ndxhub.core.counting;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.Identity;

/** The running contribution of this partition to one cell. */
final class Tally {

    private final byte[] key;
    private final Cell cell;
    private final WideSum value = new WideSum();
    private @Nullable StatedValue stated;
    private long count;
    private long digest;
    private long position;
    private boolean changed;

    /** @param key of the cell in the store */
    Tally(byte[] key, Cell cell) {
        this.key = key;
        this.cell = cell;
    }

    byte[] key() {
        return key;
    }

    Cell cell() {
        return cell;
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

    /** Counts an event that stated something, or no longer counts it. */
    void count(Identity identity, int sign) {
        count += sign;
        digest += sign * identity.digestTerm();
    }

    /** The statement that holds, of all vintages up to this one; null if none does. */
    @Nullable
    StatedValue stated() {
        return stated;
    }

    void holds(@Nullable StatedValue statement) {
        stated = statement;
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
        return new Contribution(cell, value.value(), count, digest, stated, position);
    }

    byte[] toBytes() {
        ByteWriter writer = new ByteWriter()
                .ascending(count)
                .ascending(digest)
                .ascending(position)
                .bytes(value.value().toByteArray());
        StatedValue holding = stated;
        if (holding != null) {
            writer.octet(1)
                    .ascending(holding.ordering())
                    .ascending(holding.identity())
                    .ascending(holding.value());
        } else {
            writer.octet(0);
        }
        return writer.done();
    }

    /** Takes what {@link #toBytes()} gave. */
    void read(byte[] stored) {
        Contribution contribution = contribution(cell, stored);
        count = contribution.count();
        digest = contribution.digest();
        position = contribution.position();
        value.set(contribution.value());
        stated = contribution.stated();
    }

    static Contribution contribution(Cell cell, byte[] stored) {
        ByteReader reader = new ByteReader(stored);
        long count = reader.ascendingLong();
        long digest = reader.ascendingLong();
        long position = reader.ascendingLong();
        BigInteger value = new BigInteger(reader.bytes());
        StatedValue stated = reader.octet() == 0
                ? null
                : new StatedValue(reader.ascendingLong(), reader.ascendingLong(), reader.ascendingLong());
        return new Contribution(cell, value, count, digest, stated, position);
    }
}
