package vn.ndxhub.core.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Entries on disk, in the order of their keys, never changed; may be asked by any thread. The file is mapped: what the system does not
 * keep of it in memory is read when it is asked for, and each block is checked whenever it is read.
 */
final class Segment {

    /** Blocks in one mapping: a little less than 2^30 bytes. */
    private static final int CHUNK_BLOCKS = 1 << 17;

    private static final long LARGEST_AS_A_WHOLE = 1L << 30;

    private final Path file;
    private final SegmentTrailer trailer;
    private final SegmentLayout layout;
    private final ByteBuffer[] chunks;
    private final ByteBuffer fences;
    private final BloomFilter filter;

    private Segment(Path file, SegmentTrailer trailer, FileChannel channel) throws IOException {
        this.file = file;
        this.trailer = trailer;
        this.layout = trailer.layout();
        Parts parts = Parts.of(channel);
        ByteBuffer bits = parts.part(0, layout.filterBytes());
        this.fences = parts.part(layout.fencesAt(), layout.blocks() * SegmentLayout.FENCE_BYTES);
        check(trailer.fences(), fences, "first keys of its blocks");
        check(trailer.filter(), bits, "filter");
        this.filter = new BloomFilter(bits);
        this.chunks = new ByteBuffer[(int) ((layout.blocks() + CHUNK_BLOCKS - 1) / CHUNK_BLOCKS)];
        for (int i = 0; i < chunks.length; i++) {
            long from = layout.filterBytes() + (long) i * CHUNK_BLOCKS * SegmentLayout.BLOCK_BYTES;
            long to = Math.min(from + (long) CHUNK_BLOCKS * SegmentLayout.BLOCK_BYTES, layout.fencesAt());
            chunks[i] = parts.part(from, to - from);
        }
    }

    /**
     * Opens a file that must be the segment with this number of this partition.
     *
     * @throws SegmentDamaged where it is not, saying why
     */
    static Segment open(Path file, byte[] owner, long number) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = channel.size() - SegmentTrailer.BYTES;
            ByteBuffer last = ByteBuffer.allocate(SegmentTrailer.BYTES);
            while (end >= 0 && last.hasRemaining() && channel.read(last, end + last.position()) > 0) {}
            SegmentTrailer trailer = SegmentTrailer.of(last.flip());
            if (!trailer.isOf(owner)) {
                throw new SegmentDamaged("it is of another partition, log epoch or topic");
            }
            if (trailer.number() != number) {
                throw new SegmentDamaged("it is " + trailer + " under another name");
            }
            if (trailer.layout().fileBytes() != channel.size()) {
                throw new SegmentDamaged("its length is not that of " + trailer);
            }
            return new Segment(file, trailer, channel);
        } catch (IOException e) {
            throw new SegmentDamaged(file.getFileName() + " cannot be read", e);
        } catch (SegmentDamaged e) {
            throw new SegmentDamaged(file.getFileName() + ": " + e.reason());
        }
    }

    /** Gives parts of a file, mapped: a small file as a whole, because the system counts mappings. */
    private interface Parts {

        ByteBuffer part(long from, long bytes) throws IOException;

        static Parts of(FileChannel channel) throws IOException {
            if (channel.size() > LARGEST_AS_A_WHOLE) {
                return (from, bytes) -> channel.map(FileChannel.MapMode.READ_ONLY, from, bytes);
            }
            ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return (from, bytes) -> whole.slice((int) from, (int) bytes);
        }
    }

    private static void check(int expected, ByteBuffer bytes, String what) {
        if (SegmentLayout.checksum(bytes.duplicate()) != expected) {
            throw new SegmentDamaged("the checksum of the " + what + " differs");
        }
    }

    Path file() {
        return file;
    }

    SegmentTrailer trailer() {
        return trailer;
    }

    long size() {
        return trailer.entries();
    }

    int tier() {
        return trailer.tier();
    }

    /** Whether it holds the key; tells what is known of it. */
    boolean find(long high, long low, FirstEvent into) {
        try {
            if (!filter.mayHold(high, low)) {
                return false;
            }
            long candidate = blockOf(high, low);
            return candidate >= 0 && findIn(block(candidate), high, low, into);
        } catch (InternalError e) {
            throw unreadable(e);
        }
    }

    /** The entries of a block, checked. */
    ByteBuffer block(long number) {
        ByteBuffer chunk = chunks[(int) (number / CHUNK_BLOCKS)];
        int from = (int) (number % CHUNK_BLOCKS) * SegmentLayout.BLOCK_BYTES;
        int bytes = layout.entriesOf(number) * SegmentLayout.ENTRY_BYTES;
        ByteBuffer block = chunk.slice(from, bytes);
        if (SegmentLayout.checksum(block.duplicate()) != chunk.getInt(from + bytes)) {
            throw new SegmentDamaged(file + ": the checksum of block " + number + " differs");
        }
        return block;
    }

    long blocks() {
        return layout.blocks();
    }

    /** What the Java platform says when a mapped page cannot be read. */
    SegmentDamaged unreadable(InternalError fault) {
        return new SegmentDamaged(file + " cannot be read", new IOException(fault));
    }

    /** The last block that does not begin behind the key, or -1. */
    private long blockOf(long high, long low) {
        int from = 0;
        int to = (int) layout.blocks() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int at = middle * SegmentLayout.FENCE_BYTES;
            if (compare(fences.getLong(at), fences.getLong(at + Long.BYTES), high, low) <= 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return to;
    }

    private static boolean findIn(ByteBuffer block, long high, long low, FirstEvent into) {
        int from = 0;
        int to = block.limit() / SegmentLayout.ENTRY_BYTES - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int at = middle * SegmentLayout.ENTRY_BYTES;
            int order = compare(block.getLong(at), block.getLong(at + 8), high, low);
            if (order == 0) {
                read(block, at, into);
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return false;
    }

    static void read(ByteBuffer from, int at, FirstEvent into) {
        into.set(from.getLong(at + 16), from.getLong(at + 24));
    }

    static int compare(long highA, long lowA, long highB, long lowB) {
        int high = Long.compareUnsigned(highA, highB);
        return high != 0 ? high : Long.compareUnsigned(lowA, lowB);
    }
}
