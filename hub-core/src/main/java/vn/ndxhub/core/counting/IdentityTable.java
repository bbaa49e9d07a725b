package vn.ndxhub.core.counting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vn.ndxhub.core.identity.Identity;

/** The index as an open-addressing table in memory: 44 bytes a slot, at most two thirds full, no object an identity. */
public final class IdentityTable implements IdentityIndex {

    private static final int SMALLEST = 1 << 10;
    private static final long FREE = -1;

    private final Map<Identity, Long> retractions = new HashMap<>();
    private long[] high;
    private long[] low;
    private long[] offsets;
    private long[] contentHashes;
    private long[] quantities;
    private int[] shapes;
    private int mask;
    private int used;

    public IdentityTable() {
        allocate(SMALLEST);
    }

    @Override
    public int noteEvent(Identity identity, long offset, long contentHash, long quantity, int shape) {
        int slot = slotOf(identity.high(), identity.low());
        if (offsets[slot] != FREE) {
            return slot;
        }
        if (used >= offsets.length / 3 * 2) {
            grow();
            slot = slotOf(identity.high(), identity.low());
        }
        used++;
        put(slot, identity.high(), identity.low(), offset, contentHash, quantity, shape);
        return slot;
    }

    @Override
    public int find(Identity identity) {
        int slot = slotOf(identity.high(), identity.low());
        return offsets[slot] == FREE ? -1 : slot;
    }

    @Override
    public long offset(int slot) {
        return offsets[slot];
    }

    @Override
    public long contentHash(int slot) {
        return contentHashes[slot];
    }

    @Override
    public long quantity(int slot) {
        return quantities[slot];
    }

    @Override
    public int shape(int slot) {
        return shapes[slot];
    }

    @Override
    public long noteRetraction(Identity identity, long offset) {
        Long first = retractions.putIfAbsent(identity, offset);
        return first == null ? offset : first;
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
    private int slotOf(long identityHigh, long identityLow) {
        int slot = (int) identityHigh & mask;
        while (offsets[slot] != FREE && (high[slot] != identityHigh || low[slot] != identityLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long idHigh, long idLow, long offset, long contentHash, long quantity, int shape) {
        high[slot] = idHigh;
        low[slot] = idLow;
        offsets[slot] = offset;
        contentHashes[slot] = contentHash;
        quantities[slot] = quantity;
        shapes[slot] = shape;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldOffsets = offsets;
        long[] oldHashes = contentHashes;
        long[] oldQuantities = quantities;
        int[] oldShapes = shapes;
        int count = used;
        allocate(Math.multiplyExact(oldOffsets.length, 2));
        used = count;
        for (int i = 0; i < oldOffsets.length; i++) {
            if (oldOffsets[i] != FREE) {
                int slot = slotOf(oldHigh[i], oldLow[i]);
                put(slot, oldHigh[i], oldLow[i], oldOffsets[i], oldHashes[i], oldQuantities[i], oldShapes[i]);
            }
        }
    }

    private void allocate(int capacity) {
        high = new long[capacity];
        low = new long[capacity];
        offsets = new long[capacity];
        contentHashes = new long[capacity];
        quantities = new long[capacity];
        shapes = new int[capacity];
        Arrays.fill(offsets, FREE);
        mask = capacity - 1;
        used = 0;
    }
}
