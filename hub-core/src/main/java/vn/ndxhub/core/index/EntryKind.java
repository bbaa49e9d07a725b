package vn.ndxhub.core.index;

/**
 * What the entry of a key stands for. A key is the identity; that of a retraction or refusal is the identity with some bits flipped in
 * the lower part of its first half, so that distinct identities have distinct keys, and what is known of one identity lies side by side: in one slot's
 * neighbourhood, in one line of a filter, in one block on disk.
 */
enum EntryKind {
    EVENT(0),
    RETRACTION(0x9e3779b9L),
    REFUSAL(0x7f4a7c15L);

    private final long flipped;

    EntryKind(long flipped) {
        this.flipped = flipped;
    }

    /** The upper half of the key; the lower one is the identity's. */
    long high(long identityHigh) {
        return identityHigh ^ flipped;
    }
}
