package vn.ndxhub.core.index;

import java.nio.ByteBuffer;
import java.util.List;

/** Goes through several segments at once, in the order of their keys; of entries with the same key it gives that of the last segment. */
final class SegmentMerge {

    private static final int BUFFER_ENTRIES = 1 << 12;

    private final List<Cursor> cursors;
    private final FirstEvent event = new FirstEvent();

    SegmentMerge(List<Segment> segments) {
        cursors = segments.stream().map(Cursor::new).toList();
    }

    void run(IdentityTable.Entries to) {
        for (Cursor next = smallest(); next.hasEntry(); next = smallest()) {
            long high = next.high();
            long low = next.low();
            for (Cursor each : cursors) {
                if (each.hasEntry() && each.high() == high && each.low() == low) {
                    Segment.read(each.buffer, each.buffer.position(), event);
                    each.move();
                }
            }
            to.entry(high, low, event);
        }
    }

    /** Few are merged at a time: looking at all of them is as fast as anything cleverer. */
    private Cursor smallest() {
        Cursor smallest = cursors.getFirst();
        for (Cursor each : cursors) {
            boolean isSmaller = each.hasEntry()
                    && (!smallest.hasEntry()
                            || Segment.compare(each.high(), each.low(), smallest.high(), smallest.low()) < 0);
            smallest = isSmaller ? each : smallest;
        }
        return smallest;
    }

    /** Where one segment is read; its buffer stands at the entry that is next. */
    private static final class Cursor {

        private final Segment segment;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_ENTRIES * Segment.ENTRY_BYTES);
        private long loaded;

        Cursor(Segment segment) {
            this.segment = segment;
            load();
        }

        boolean hasEntry() {
            return buffer.hasRemaining();
        }

        long high() {
            return buffer.getLong(buffer.position());
        }

        long low() {
            return buffer.getLong(buffer.position() + 8);
        }

        void move() {
            buffer.position(buffer.position() + Segment.ENTRY_BYTES);
            if (!buffer.hasRemaining()) {
                load();
            }
        }

        private void load() {
            segment.load(buffer, loaded);
            loaded += buffer.remaining() / Segment.ENTRY_BYTES;
        }
    }
}
