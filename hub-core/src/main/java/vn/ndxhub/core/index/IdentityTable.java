package vn.ndxhub.core.index;

import java.util.Arrays;

/**
 * An open-addressing table in memory, at most two thirds full. What is known of an identity lies side by side, 32 bytes in all, because
 * reading from memory that is in no cache is what the table costs: two cache lines at most, and no object an identity.
 */
final class IdentityTable {

    private static final int SMALLEST_BITS = 10;

    /** Longs a slot: both halves of the key, content hash and place. */
    private static final int WIDTH = 4;

    private static final int LOW = 1;
    private static final int CONTENT_HASH = 2;

    /** The place plus one, so that 0 is a free slot. */
    private static final int PLACE = 3;

    private long[] slots = new long[0];
    private int bits;
    private int used;

    IdentityTable() {
        allocate(SMALLEST_BITS);
    }

    /** Takes an entry; one with the same key gives way. */
    void put(long high, long low, FirstEvent event) {
        if (used >= capacity() / 3 * 2) {
            grow();
        }
        int slot = slotOf(high, low);
        int at = slot * WIDTH;
        used += isFree(slot) ? 1 : 0;
        slots[at] = high;
        slots[at + LOW] = low;
        slots[at + CONTENT_HASH] = event.contentHash();
        slots[at + PLACE] = event.place() + 1;
    }

    /** Whether it holds the identity; tells what is known of it. */
    boolean find(long high, long low, FirstEvent into) {
        int slot = slotOf(high, low);
        if (isFree(slot)) {
            return false;
        }
        read(slot, into);
        return true;
    }

    int size() {
        return used;
    }

    /** Keeps its room. */
    void clear() {
        Arrays.fill(slots, 0);
        used = 0;
    }

    /** Hears of every entry. */
    interface Entries {
        void entry(long high, long low, FirstEvent event);
    }

    /** Gives every entry in the order of the identities' bytes. */
    void inOrder(Entries to) {
        FirstEvent event = new FirstEvent();
        for (int slot : ordered()) {
            read(slot, event);
            to.entry(slots[slot * WIDTH], slots[slot * WIDTH + LOW], event);
        }
    }

    // The slot follows from the uppermost bits, so that the slots are nearly in order already: what insertion sort is
    // good at.
    private int[] ordered() {
        int[] order = new int[used];
        int count = 0;
        for (int slot = 0; slot < capacity(); slot++) {
            if (!isFree(slot) && !isWrapped(slot)) {
                count = insert(order, count, slot);
            }
        }
        for (int slot = 0; slot < capacity() && !isFree(slot); slot++) {
            if (isWrapped(slot)) {
                count = insert(order, count, slot);
            }
        }
        return order;
    }

    private int insert(int[] order, int count, int slot) {
        int at = count;
        while (at > 0 && compare(slot, order[at - 1]) < 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = slot;
        return count + 1;
    }

    private int compare(int a, int b) {
        int high = Long.compareUnsigned(slots[a * WIDTH], slots[b * WIDTH]);
        return high != 0 ? high : Long.compareUnsigned(slots[a * WIDTH + LOW], slots[b * WIDTH + LOW]);
    }

    /** Whether what stands here belongs to the end of the table and found room only at its begin. */
    private boolean isWrapped(int slot) {
        return home(slots[slot * WIDTH]) > slot;
    }

    private boolean isFree(int slot) {
        return slots[slot * WIDTH + PLACE] == 0;
    }

    private void read(int slot, FirstEvent into) {
        int at = slot * WIDTH;
        into.set(slots[at + PLACE] - 1, slots[at + CONTENT_HASH]);
    }

    /** Identities are hashes already: their own bits spread them. The partition takes the low half, the slot the high one. */
    private int home(long high) {
        return (int) (high >>> Long.SIZE - bits);
    }

    private int slotOf(long high, long low) {
        int mask = capacity() - 1;
        int slot = home(high);
        int at = slot * WIDTH;
        while (slots[at + PLACE] != 0 && (slots[at] != high || slots[at + LOW] != low)) {
            slot = (slot + 1) & mask;
            at = slot * WIDTH;
        }
        return slot;
    }

    private int capacity() {
        return 1 << bits;
    }

    private void grow() {
        long[] oldSlots = slots;
        int count = used;
        allocate(bits + 1);
        used = count;
        for (int from = 0; from < oldSlots.length; from += WIDTH) {
            if (oldSlots[from + PLACE] != 0) {
                int slot = slotOf(oldSlots[from], oldSlots[from + LOW]);
                System.arraycopy(oldSlots, from, slots, slot * WIDTH, WIDTH);
            }
        }
    }

    private void allocate(int newBits) {
        bits = newBits;
        slots = new long[Math.multiplyExact(1 << bits, WIDTH)];
        used = 0;
    }
}
