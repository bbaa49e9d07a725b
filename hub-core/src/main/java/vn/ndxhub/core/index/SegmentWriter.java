package vn.ndxhub.core.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes one segment, from memory or from others, and has the disk keep it. */
final class SegmentWriter implements AutoCloseable {

    private static final int BUFFERED_BLOCKS = 32;

    /** A larger filter is made in the file itself: the memory that it takes is the system's to give and to take back. */
    private static final int LARGEST_IN_HEAP = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFERED_BLOCKS * SegmentLayout.BLOCK_BYTES);
    private final ByteBuffer fences;
    private final ByteBuffer bits;
    private final BloomFilter filter;
    private int blockBegin;
    private long count;

    private SegmentWriter(Path file, long keys) throws IOException {
        SegmentLayout most = new SegmentLayout(keys, keys);
        fences = ByteBuffer.allocateDirect(Math.toIntExact(most.blocks() * SegmentLayout.FENCE_BYTES));
        channel = FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        bits = most.filterBytes() <= LARGEST_IN_HEAP
                ? ByteBuffer.allocate((int) most.filterBytes())
                : channel.map(FileChannel.MapMode.READ_WRITE, 0, most.filterBytes());
        filter = new BloomFilter(bits);
        channel.position(most.filterBytes());
    }

    /** What the table holds, in the folder's segment with this number. */
    static Segment write(IndexFolder folder, long number, IdentityTable table) {
        return write(folder, number, 0, table.size(), table::inOrder);
    }

    /** What all of them hold; of entries with the same key that of the last. */
    static Segment merge(IndexFolder folder, long number, List<Segment> segments) {
        long most = segments.stream().mapToLong(Segment::size).sum();
        int tier = segments.stream().mapToInt(Segment::tier).max().orElse(0) + 1;
        return write(folder, number, tier, most, to -> new SegmentMerge(segments).run(to));
    }

    /** Gives entries in order. */
    private interface Ordered {
        void give(IdentityTable.Entries to);
    }

    private static Segment write(IndexFolder folder, long number, int tier, long most, Ordered source) {
        Path file = folder.place(number);
        try (SegmentWriter writer = new SegmentWriter(file, most)) {
            source.give(writer::add);
            writer.finish(folder, number, tier, most);
        } catch (IOException e) {
            throw new SegmentsBroken("The segment of identities " + file + " cannot be written", e);
        } catch (InternalError e) {
            // What the Java platform says when a mapped page cannot be written: the disk is full, as a rule.
            throw new SegmentsBroken("The segment of identities " + file + " cannot be written", new IOException(e));
        }
        return folder.opened(number);
    }

    private void add(long high, long low, FirstEvent event) {
        if (count % SegmentLayout.BLOCK_ENTRIES == 0) {
            endBlock();
            fences.putLong(high).putLong(low);
        }
        filter.add(high, low);
        buffer.putLong(high).putLong(low).putLong(event.place()).putLong(event.contentHash());
        count++;
    }

    private void endBlock() {
        int bytes = buffer.position() - blockBegin;
        if (bytes > 0) {
            buffer.putInt(SegmentLayout.checksum(buffer.slice(blockBegin, bytes)));
        }
        if (buffer.remaining() < SegmentLayout.BLOCK_BYTES) {
            flush();
        }
        blockBegin = buffer.position();
    }

    private void finish(IndexFolder folder, long number, int tier, long keys) throws IOException {
        endBlock();
        flush();
        fences.flip();
        SegmentTrailer trailer = new SegmentTrailer(
                folder.owner(),
                number,
                tier,
                count,
                keys,
                SegmentLayout.checksum(fences.duplicate()),
                SegmentLayout.checksum(bits.duplicate()));
        writeAll(fences);
        writeAll(trailer.toBytes());
        if (bits instanceof MappedByteBuffer mapped) {
            mapped.force();
        } else {
            channel.position(0);
            writeAll(bits.duplicate());
        }
        if (folder.isKept()) {
            channel.force(true);
        }
    }

    private void flush() {
        buffer.flip();
        try {
            writeAll(buffer);
        } catch (IOException e) {
            throw new SegmentsBroken("A segment of identities cannot be written", e);
        }
        buffer.clear();
        blockBegin = 0;
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
