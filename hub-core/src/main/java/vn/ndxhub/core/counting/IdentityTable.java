package vn.ndxhub.core.counting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogPlace;

/**
 * The index as an open-addressing table in memory, at most two thirds full. What is known of an identity lies side by side, 32 bytes
 * in all, because reading from memory that is in no cache is what the table costs: two cache lines at most, and no object an identity.
 */
public final class IdentityTable implements IdentityIndex {

    private static final int SMALLEST = 1 << 10;

    /** Longs a slot: both halves of the identity, the content hash, and shape and place in one. */
    private static final int WIDTH = 4;

    private static final int LOW = 1;
    private static final int CONTENT_HASH = 2;
    /** The place plus one in the lower bits, so that 0 is a free slot, and the shape above. */
    private static final int PLACE = 3;

    private static final long PLACE_MASK = (1L << LogPlace.BITS) - 1;
    private static final int MOST_SHAPE = (1 << (Long.SIZE - LogPlace.BITS)) - 1;

    private final Map<Identity, Long> retractions = new HashMap<>();
    private long[] slots = new long[0];
    private long @Nullable [] quantities;
    private int mask;
    private int used;

    public IdentityTable() {
        allocate(SMALLEST);
    }

    @Override
    public int noteEvent(Identity identity, long place, long contentHash, long quantity, int shape) {
        int slot = slotOf(identity.high(), identity.low());
        if (slots[slot * WIDTH + PLACE] != 0) {
            return slot;
        }
        if (used >= capacity() / 3 * 2) {
            grow();
            slot = slotOf(identity.high(), identity.low());
        }
        int at = slot * WIDTH;
        slots[at + PLACE] = packed(place, shape);
        slots[at] = identity.high();
        slots[at + LOW] = identity.low();
        slots[at + CONTENT_HASH] = contentHash;
        keepQuantity(slot, quantity);
        used++;
        return slot;
    }

    @Override
    public int find(Identity identity) {
        int slot = slotOf(identity.high(), identity.low());
        return slots[slot * WIDTH + PLACE] == 0 ? -1 : slot;
    }

    @Override
    public long place(int slot) {
        return (slots[slot * WIDTH + PLACE] & PLACE_MASK) - 1;
    }

    @Override
    public long contentHash(int slot) {
        return slots[slot * WIDTH + CONTENT_HASH];
    }

    @Override
    public long quantity(int slot) {
        return quantities == null ? 1 : quantities[slot];
    }

    @Override
    public int shape(int slot) {
        return (int) (slots[slot * WIDTH + PLACE] >>> LogPlace.BITS);
    }

    @Override
    public long noteRetraction(Identity identity, long place) {
        Long first = retractions.putIfAbsent(identity, place);
        return first == null ? place : first;
    }

    @Override
    public long retraction(Identity identity) {
        return retractions.isEmpty() ? NONE : retractions.getOrDefault(identity, NONE);
    }

    @Override
    public long size() {
        return used;
    }

    @Override
    public void clear() {
        allocate(SMALLEST);
        retractions.clear();
    }

    // Identities are hashes already: their own bits spread them. The partition takes the low half, the slot the high
    // one.
    private int slotOf(long high, long low) {
        int slot = (int) high & mask;
        int at = slot * WIDTH;
        while (slots[at + PLACE] != 0 && (slots[at] != high || slots[at + LOW] != low)) {
            slot = (slot + 1) & mask;
            at = slot * WIDTH;
        }
        return slot;
    }

    private static long packed(long place, int shape) {
        if (place >= PLACE_MASK || shape > MOST_SHAPE) {
            throw new IllegalStateException("A partition of the event log has places below " + PLACE_MASK
                    + " and at most " + MOST_SHAPE + " shapes; this one has place " + place + " and shape " + shape);
        }
        return (long) shape << LogPlace.BITS | place + 1;
    }

    /** Nearly every event is one unit: room for others is made when the first one comes. */
    private void keepQuantity(int slot, long quantity) {
        if (quantities == null) {
            if (quantity == 1) {
                return;
            }
            quantities = new long[capacity()];
            Arrays.fill(quantities, 1);
        }
        quantities[slot] = quantity;
    }

    private int capacity() {
        return mask + 1;
    }

    private void grow() {
        long[] oldSlots = slots;
        long @Nullable [] oldQuantities = quantities;
        int count = used;
        allocate(Math.multiplyExact(capacity(), 2));
        used = count;
        for (int from = 0; from < oldSlots.length; from += WIDTH) {
            if (oldSlots[from + PLACE] != 0) {
                int slot = slotOf(oldSlots[from], oldSlots[from + LOW]);
                System.arraycopy(oldSlots, from, slots, slot * WIDTH, WIDTH);
                if (oldQuantities != null) {
                    keepQuantity(slot, oldQuantities[from / WIDTH]);
                }
            }
        }
    }

    private void allocate(int capacity) {
        slots = new long[Math.multiplyExact(capacity, WIDTH)];
        quantities = null;
        mask = capacity - 1;
        used = 0;
    }
}
