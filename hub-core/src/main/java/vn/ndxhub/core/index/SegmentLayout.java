package vn.ndxhub.core.index;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a segment's file is laid out: the filter; blocks of entries, each with a checksum behind it; the first key of each block; and a
 * trailer that says what it is, with checksums of the rest. All numbers are big-endian.
 *
 * @param keys that the filter has room for: as many as there are entries, or a few more
 */
record SegmentLayout(long entries, long keys) {

    /** Both halves of the key, place, content hash. */
    static final int ENTRY_BYTES = 32;

    static final int BLOCK_ENTRIES = 128;
    static final int CHECKSUM_BYTES = 4;
    static final int BLOCK_BYTES = BLOCK_ENTRIES * ENTRY_BYTES + CHECKSUM_BYTES;
    static final int FENCE_BYTES = 16;

    /** Eight million blocks: its filter and its first keys can be mapped as one each. */
    static final long MOST_ENTRIES = 1L << 30;

    long blocks() {
        return (entries + BLOCK_ENTRIES - 1) / BLOCK_ENTRIES;
    }

    /** The last block may hold fewer than the others. */
    int entriesOf(long block) {
        return (int) Math.min(BLOCK_ENTRIES, entries - block * BLOCK_ENTRIES);
    }

    long filterBytes() {
        return BloomFilter.bytes(keys);
    }

    long fencesAt() {
        return filterBytes() + entries * ENTRY_BYTES + blocks() * CHECKSUM_BYTES;
    }

    long trailerAt() {
        return fencesAt() + blocks() * FENCE_BYTES;
    }

    long fileBytes() {
        return trailerAt() + SegmentTrailer.BYTES;
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
