package vn.ndxhub.core.index;

import java.nio.ByteBuffer;
import java.util.List;

/** Goes through several segments at once, in the order of their keys; of entries with the same key it gives that of the last segment. */
final class SegmentMerge {

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
                    Segment.read(each.block, each.block.position(), event);
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

    /** Where one segment is read: its block stands at the entry that is next. */
    private static final class Cursor {

        private final Segment segment;
        private ByteBuffer block = ByteBuffer.allocate(0);
        private long loaded;

        Cursor(Segment segment) {
            this.segment = segment;
            load();
        }

        boolean hasEntry() {
            return block.hasRemaining();
        }

        long high() {
            return block.getLong(block.position());
        }

        long low() {
            return block.getLong(block.position() + Long.BYTES);
        }

        void move() {
            block.position(block.position() + SegmentLayout.ENTRY_BYTES);
            if (!block.hasRemaining()) {
                load();
            }
        }

        /** Copied, because a page that cannot be read is noticed here and nowhere else. */
        private void load() {
            if (loaded == segment.blocks()) {
                return;
            }
            try {
                ByteBuffer next = segment.block(loaded++);
                block = ByteBuffer.allocate(next.remaining()).put(next).flip();
            } catch (InternalError e) {
                throw segment.unreadable(e);
            }
        }
    }
}
