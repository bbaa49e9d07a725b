package vn.ndxhub.core.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An open-addressing table in memory, at most two thirds full. What is known of an identity lies side by side, 32 bytes in all, because
 * reading from memory that is in no cache is what the table costs: two cache lines at most, and no object an identity. Filled by one
 * thread.
 */
final class IdentityTable {

    private static final int SMALLEST_BITS = 10;

    /** Longs a slot: both halves of the key, content hash and place. */
    private static final int WIDTH = 4;

    private static final int LOW = 1;
    private static final int CONTENT_HASH = 2;

    /** The place plus one, so that 0 is a free slot. */
    private static final int PLACE = 3;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

    private volatile long[] slots;
    private int used;

    IdentityTable() {
        slots = new long[WIDTH << SMALLEST_BITS];
    }

    /** Takes an entry; one with the same key gives way. */
    void put(long high, long low, FirstEvent event) {
        if (used >= capacity(slots) / 3 * 2) {
            grow();
        }
        long[] into = slots;
        int at = slotOf(into, high, low) * WIDTH;
        used += into[at + PLACE] == 0 ? 1 : 0;
        into[at] = high;
        into[at + LOW] = low;
        into[at + CONTENT_HASH] = event.contentHash();
        // The place last: other threads look at the rest of a slot where they see one.
        SLOT.setRelease(into, at + PLACE, event.place() + 1);
    }

    /** Whether it holds the key; tells what is known of it. May be asked by any thread. */
    boolean find(long high, long low, FirstEvent into) {
        long[] from = slots;
        int slot = slotOf(from, high, low);
        if (isFree(from, slot)) {
            return false;
        }
        read(from, slot, into);
        return true;
    }

    int size() {
        return used;
    }

    /** Hears of every entry. */
    interface Entries {
        void entry(long high, long low, FirstEvent event);
    }

    /** Gives every entry in the order of the keys' bytes. */
    void inOrder(Entries to) {
        long[] from = slots;
        FirstEvent event = new FirstEvent();
        for (int slot : ordered(from)) {
            read(from, slot, event);
            to.entry(from[slot * WIDTH], from[slot * WIDTH + LOW], event);
        }
    }

    // The slot follows from the uppermost bits, so that the slots are nearly in order already: what insertion sort is
    // good at.
    private int[] ordered(long[] from) {
        int[] order = new int[used];
        int count = 0;
        for (int slot = 0; slot < capacity(from); slot++) {
            if (!isFree(from, slot) && !isWrapped(from, slot)) {
                count = insert(from, order, count, slot);
            }
        }
        for (int slot = 0; slot < capacity(from) && !isFree(from, slot); slot++) {
            if (isWrapped(from, slot)) {
                count = insert(from, order, count, slot);
            }
        }
        return order;
    }

    private static int insert(long[] from, int[] order, int count, int slot) {
        int at = count;
        while (at > 0 && compare(from, slot, order[at - 1]) < 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = slot;
        return count + 1;
    }

    private static int compare(long[] from, int a, int b) {
        return Segment.compare(from[a * WIDTH], from[a * WIDTH + LOW], from[b * WIDTH], from[b * WIDTH + LOW]);
    }

    /** Whether what stands here belongs to the end of the table and found room only at its begin. */
    private static boolean isWrapped(long[] from, int slot) {
        return home(from, from[slot * WIDTH]) > slot;
    }

    private static boolean isFree(long[] from, int slot) {
        return place(from, slot) == 0;
    }

    private static long place(long[] from, int slot) {
        return (long) SLOT.getAcquire(from, slot * WIDTH + PLACE);
    }

    private static void read(long[] from, int slot, FirstEvent into) {
        into.set(place(from, slot) - 1, from[slot * WIDTH + CONTENT_HASH]);
    }

    /** Identities are hashes already: their own bits spread them. The partition takes the low half, the slot the high one. */
    private static int home(long[] from, long high) {
        return (int) (high >>> Long.numberOfLeadingZeros(capacity(from)) + 1);
    }

    private static int slotOf(long[] from, long high, long low) {
        int mask = capacity(from) - 1;
        int slot = home(from, high);
        while (!isFree(from, slot) && (from[slot * WIDTH] != high || from[slot * WIDTH + LOW] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int capacity(long[] of) {
        return of.length / WIDTH;
    }

    private void grow() {
        long[] old = slots;
        long[] larger = new long[Math.multiplyExact(old.length, 2)];
        for (int at = 0; at < old.length; at += WIDTH) {
            if (old[at + PLACE] != 0) {
                System.arraycopy(old, at, larger, slotOf(larger, old[at], old[at + LOW]) * WIDTH, WIDTH);
            }
        }
        slots = larger;
    }
}
