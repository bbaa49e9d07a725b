package vn.ndxhub.core.counting;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.index.FirstEvent;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.NoSuchEvent;
import vn.ndxhub.core.log.OriginalEvents;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;

/**
 * One record of the log as the index knows its entries: all are noted before the first is counted, so that the events of earlier records
 * that they speak of are read from the log together.
 */
final class NotedRecord {

    private final IdentityIndex index;
    private final OriginalEvents log;

    /** Place of the first event, or the first retraction, of an entry's identity. */
    private final long[] firsts = new long[LogPlace.MOST_ENTRIES];

    /** Place of the event that must be read again, or {@link IdentityIndex#NONE}. */
    private final long[] originals = new long[LogPlace.MOST_ENTRIES];

    private final boolean[] retracted = new boolean[LogPlace.MOST_ENTRIES];
    private final SortedSet<Long> wanted = new TreeSet<>();
    private Map<Long, EventEntry> read = Map.of();
    private List<? extends LogEntry> entries = List.of();
    private long offset;

    NotedRecord(IdentityIndex index, OriginalEvents log) {
        this.index = index;
        this.log = log;
    }

    void note(long recordOffset, List<? extends LogEntry> recordEntries) {
        offset = recordOffset;
        entries = recordEntries;
        wanted.clear();
        for (int i = 0; i < entries.size(); i++) {
            long place = LogPlace.of(offset, i);
            originals[i] = IdentityIndex.NONE;
            switch (entries.get(i)) {
                case EventEntry event when event.isRetraction() -> noteRetraction(i, place, event);
                case EventEntry event -> noteEvent(i, place, event);
                case RefusalEntry refusal -> index.noteRefusal(refusal, place);
                case SealEntry seal -> {}
            }
        }
        index.moveTo(offset + 1);
        read = wanted.isEmpty() ? Map.of() : log.at(wanted);
    }

    /** Whether the entry is the first event, or the first retraction, of its identity. */
    boolean isFirst(int i) {
        return firsts[i] == LogPlace.of(offset, i);
    }

    /** Whether a retraction of this event, the first of its identity, stands before it. */
    boolean isRetractedBefore(int i) {
        return retracted[i];
    }

    /** Of a copy, the first event if its content differs; of a first retraction, the event if it stands before; else null. */
    @Nullable
    EventEntry original(int i) {
        long place = originals[i];
        if (place == IdentityIndex.NONE) {
            return null;
        }
        LogEntry found = LogPlace.offset(place) == offset ? entries.get(LogPlace.index(place)) : read.get(place);
        if (found instanceof EventEntry original
                && entries.get(i) instanceof EventEntry asking
                && original.identity().equals(asking.identity())) {
            return original;
        }
        throw new NoSuchEvent(place);
    }

    private void noteEvent(int i, long place, EventEntry event) {
        FirstEvent first = index.noteEvent(event.identity(), place, event.contentHash());
        firsts[i] = first.place();
        if (first.place() != place) {
            if (first.contentHash() != event.contentHash()) {
                want(i, first.place());
            }
            return;
        }
        long retraction = index.retraction(event.identity());
        retracted[i] = retraction != IdentityIndex.NONE && retraction < place;
    }

    private void noteRetraction(int i, long place, EventEntry retraction) {
        firsts[i] = index.noteRetraction(retraction.identity(), place);
        if (firsts[i] == place) {
            FirstEvent event = index.find(retraction.identity());
            if (event != null && event.place() < place) {
                want(i, event.place());
            }
        }
    }

    private void want(int i, long place) {
        originals[i] = place;
        if (LogPlace.offset(place) != offset) {
            wanted.add(place);
        }
    }
}
