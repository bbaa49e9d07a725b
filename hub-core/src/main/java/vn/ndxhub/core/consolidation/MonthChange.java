package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a batch changes in one month of one series. */
public final class MonthChange {

    private BigInteger moved = BigInteger.ZERO;
    private long count;
    private long digest;
    private int vintage;
    private LocalDate lastDay = LocalDate.MIN;
    private boolean statesLevel;
    private @Nullable Closing closing;

    /**
     * How a month ends.
     *
     * @param isAnchored whether a level holds that was stated in the month
     * @param amount the level, if so; otherwise what it moves by
     */
    public record Closing(boolean isAnchored, BigInteger amount) {}

    public void add(CellChange change) {
        if (change.kind().isStated()) {
            statesLevel = true;
        } else {
            moved = moved.add(change.value());
        }
        touch(change);
    }

    /** Of a membership: what its members' cells hold; by how much it moves is {@link #move}. */
    public void addMember(CellChange change) {
        touch(change);
    }

    public void move(BigInteger difference) {
        moved = moved.add(difference);
    }

    private void touch(CellChange change) {
        count += change.count();
        digest += change.digest();
        vintage = Math.max(vintage, change.vintage());
        lastDay = change.day().isAfter(lastDay) ? change.day() : lastDay;
    }

    /** Whether the month's end must be found from its days: a level is stated in it, now or before. */
    public boolean needsClosing(@Nullable MonthRow before) {
        return statesLevel || (before != null && before.isAnchored());
    }

    public void close(Closing found) {
        closing = found;
    }

    BigInteger moved() {
        return moved;
    }

    long count() {
        return count;
    }

    long digest() {
        return digest;
    }

    int vintage() {
        return vintage;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    @Nullable
    Closing closing() {
        return closing;
    }
}
