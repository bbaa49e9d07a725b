package vn.ndxhub.schemas.wire;

/** How much one value of a feed may be: its size in bytes, the items of all its collections together, the depth of its schema. */
public record NativeLimits(int bytes, int items, int depth) {

    public static final NativeLimits DEFAULT = new NativeLimits(1 << 20, 100_000, 32);
}
