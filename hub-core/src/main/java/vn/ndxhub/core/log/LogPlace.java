package vn.ndxhub.core.log;

/**
 * Where an entry stands in its partition of the event log: the offset of its record and its index in the record, as one number that
 * grows along the log. What comes first is what has the smaller place.
 */
public final class LogPlace {

    /** How many entries one record holds at most. */
    public static final int MOST_ENTRIES = 1 << LogPlace.INDEX_BITS;

    /** A place takes this many bits: four thousand million records of a partition. */
    public static final int BITS = 40;

    private static final int INDEX_BITS = 8;
    private static final long MOST_OFFSET = (1L << BITS - INDEX_BITS) - 2;

    private LogPlace() {}

    /** @throws IllegalStateException where the partition, or the record, holds more than a place can tell apart */
    public static long of(long offset, int index) {
        if (offset > MOST_OFFSET || index >= MOST_ENTRIES) {
            throw new IllegalStateException("A partition of the event log holds at most " + MOST_OFFSET + " records of "
                    + MOST_ENTRIES + " entries; this is entry " + index + " of the record at offset " + offset);
        }
        return offset << INDEX_BITS | index;
    }

    /** Offset of the record that the place lies in. */
    public static long offset(long place) {
        return place >> INDEX_BITS;
    }

    /** Index of the entry in its record. */
    public static int index(long place) {
        return (int) place & MOST_ENTRIES - 1;
    }
}
