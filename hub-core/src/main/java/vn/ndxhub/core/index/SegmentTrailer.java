package vn.ndxhub.core.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The end of a segment's file: what the file is, and checksums of what only opening reads.
 *
 * @param owner fingerprint of the partition that it is of
 * @param number of the segment in its folder
 * @param tier 0 if it was written from memory, else one above that of those which it was merged from
 * @param keys that the filter has room for
 * @param fences checksum
 * @param filter checksum
 */
record SegmentTrailer(byte[] owner, long number, int tier, long entries, long keys, int fences, int filter) {

    static final int BYTES = 72;

    private static final long MAGIC = 0x6e64786875626964L;
    private static final int VERSION = 1;
    private static final int CHECKSUM_AT = BYTES - Integer.BYTES;

    ByteBuffer toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(MAGIC)
                .putInt(VERSION)
                .put(owner)
                .putLong(number)
                .putInt(tier)
                .putLong(entries)
                .putLong(keys);
        bytes.putInt(fences).putInt(filter);
        bytes.putInt(CHECKSUM_AT, SegmentLayout.checksum(bytes.slice(0, CHECKSUM_AT)));
        return bytes.rewind();
    }

    /** @throws SegmentDamaged where the bytes are none, saying why */
    static SegmentTrailer of(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES || bytes.getLong(0) != MAGIC) {
            throw new SegmentDamaged("it does not end as a segment does");
        }
        if (bytes.getInt(Long.BYTES) != VERSION) {
            throw new SegmentDamaged("it has version " + bytes.getInt(Long.BYTES) + " and this hub reads " + VERSION);
        }
        if (bytes.getInt(CHECKSUM_AT) != SegmentLayout.checksum(bytes.slice(0, CHECKSUM_AT))) {
            throw new SegmentDamaged("the checksum of its trailer differs");
        }
        bytes.position(Long.BYTES + Integer.BYTES);
        byte[] owner = new byte[IndexedPartition.FINGERPRINT_BYTES];
        bytes.get(owner);
        return new SegmentTrailer(
                owner,
                bytes.getLong(),
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt(),
                bytes.getInt());
    }

    SegmentLayout layout() {
        return new SegmentLayout(entries, keys);
    }

    boolean isOf(byte[] fingerprint) {
        return Arrays.equals(owner, fingerprint);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentTrailer that && toBytes().equals(that.toBytes());
    }

    @Override
    public int hashCode() {
        return toBytes().hashCode();
    }

    @Override
    public String toString() {
        return "segment " + number + " of tier " + tier + " with " + entries + " entries";
    }
}
