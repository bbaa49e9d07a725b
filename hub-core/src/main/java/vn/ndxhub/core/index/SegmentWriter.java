package vn.ndxhub.core.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes one segment: from memory, or from others. */
final class SegmentWriter {

    private static final int BUFFER_ENTRIES = 1 << 12;

    private final FileChannel file;
    private final BloomFilter filter;
    private final long[] fences;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_ENTRIES * Segment.ENTRY_BYTES);
    private long count;

    private SegmentWriter(Path folder, long size) {
        file = create(folder);
        filter = new BloomFilter(size);
        fences = new long[2 * Math.toIntExact((size + Segment.BLOCK_ENTRIES - 1) / Segment.BLOCK_ENTRIES)];
    }

    static Segment write(Path folder, IdentityTable table) {
        SegmentWriter writer = new SegmentWriter(folder, table.size());
        table.inOrder(writer::add);
        return writer.finish(0);
    }

    /** What all of them hold; no identity stands in two. */
    static Segment merge(Path folder, List<Segment> segments) {
        SegmentWriter writer = new SegmentWriter(
                folder, segments.stream().mapToLong(Segment::size).sum());
        new SegmentMerge(segments).run(writer::add);
        return writer.finish(segments.getFirst().tier() + 1);
    }

    private static FileChannel create(Path folder) {
        try {
            Files.createDirectories(folder);
            // Where the system can, the name is taken off at once: nothing is left behind by a process that is killed.
            return FileChannel.open(
                    Files.createTempFile(folder, "identities-", ".segment"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new SegmentsBroken("No segment of identities can be made in " + folder, e);
        }
    }

    private void add(long high, long low, FirstEvent event) {
        if (count % Segment.BLOCK_ENTRIES == 0) {
            int fence = 2 * (int) (count / Segment.BLOCK_ENTRIES);
            fences[fence] = high;
            fences[fence + 1] = low;
        }
        filter.add(high, low);
        buffer.putLong(high).putLong(low).putLong(event.place()).putLong(event.contentHash());
        count++;
        if (!buffer.hasRemaining()) {
            flush();
        }
    }

    private Segment finish(int tier) {
        flush();
        return new Segment(file, count, tier, filter, fences);
    }

    private void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new SegmentsBroken("A segment of identities cannot be written", e);
        }
        buffer.clear();
    }
}
