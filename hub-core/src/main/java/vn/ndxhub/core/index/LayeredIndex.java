package vn.ndxhub.core.index;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogPlace;

/** The newest entries in a table in memory, all others in segments on disk: what it takes of memory hardly grows with the log. */
public final class LayeredIndex implements IdentityIndex {

    private final IndexFolder folder;
    private final int mostInMemory;
    private final Segments older;
    private final FirstEvent answer = new FirstEvent();
    private volatile IdentityTable newest = new IdentityTable();
    private long position;
    private boolean open = true;

    /**
     * An empty one that is not kept.
     *
     * @param scratch folder for its segments, which go with the process
     * @param mostInMemory entries in the table, 48 to 96 bytes each
     */
    public LayeredIndex(Path scratch, int mostInMemory) {
        this(IndexFolder.scratch(scratch), mostInMemory);
    }

    private LayeredIndex(IndexFolder folder, int mostInMemory) {
        this.folder = folder;
        this.older = new Segments(folder);
        this.mostInMemory = mostInMemory;
    }

    /**
     * The one that was kept of this partition; an empty one where there is none, or not all of it can be trusted.
     *
     * @param all folder of all indexes of this hub
     * @param notices hears why an index that was kept is not trusted
     * @throws IllegalStateException where it is in use by another process
     */
    public static LayeredIndex kept(Path all, IndexedPartition owner, int mostInMemory, Consumer<String> notices) {
        Path path = owner.folder(all);
        LayeredIndex index = new LayeredIndex(IndexFolder.kept(path, owner), mostInMemory);
        index.position = index.older.open(reason -> notices.accept(
                "The identities in " + path + " are not trusted and are read again from the event log: " + reason));
        return index;
    }

    @Override
    public FirstEvent noteEvent(Identity identity, long place, long contentHash) {
        noteFirst(EntryKind.EVENT, identity, place, contentHash);
        return answer;
    }

    @Override
    public @Nullable FirstEvent find(Identity identity) {
        return isKnownHere(EntryKind.EVENT, identity) ? answer : null;
    }

    @Override
    public long noteRetraction(Identity identity, long place) {
        noteFirst(EntryKind.RETRACTION, identity, place, 0);
        return answer.place();
    }

    @Override
    public long retraction(Identity identity) {
        return isKnownHere(EntryKind.RETRACTION, identity) ? answer.place() : NONE;
    }

    @Override
    public void noteRefusal(Identity identity, long place) {
        put(EntryKind.REFUSAL, identity, place, 0);
    }

    @Override
    public long refusal(Identity identity) {
        return isKnownHere(EntryKind.REFUSAL, identity) ? answer.place() : NONE;
    }

    private void noteFirst(EntryKind kind, Identity identity, long place, long contentHash) {
        boolean known = isKnownHere(kind, identity);
        if (known ? answer.place() > place : LogPlace.offset(place) < position) {
            throw new ForeignIndex(place, position);
        }
        if (!known) {
            put(kind, identity, place, contentHash);
        }
    }

    /** What the disk gives back wrongly once is not asked again: the next to open this index finds none. */
    private boolean isKnownHere(EntryKind kind, Identity identity) {
        try {
            return isKnown(kind, identity, answer);
        } catch (SegmentDamaged e) {
            clear();
            throw e;
        }
    }

    private boolean isKnown(EntryKind kind, Identity identity, FirstEvent into) {
        long high = kind.high(identity.high());
        // In this order: what leaves the table is in a segment before.
        return newest.find(high, identity.low(), into) || older.find(high, identity.low(), into);
    }

    private void put(EntryKind kind, Identity identity, long place, long contentHash) {
        if (newest.size() >= mostInMemory) {
            flush();
        }
        newest.put(kind.high(identity.high()), identity.low(), answer.set(place, contentHash));
    }

    /** Other threads may still read the table that is given up: it is not used again. */
    private void flush() {
        try {
            older.add(newest, position);
        } catch (SegmentDamaged e) {
            clear();
            throw e;
        }
        newest = new IdentityTable();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void moveTo(long next) {
        position = Math.max(position, next);
    }

    @Override
    public long size() {
        return newest.size() + older.size();
    }

    /** How many segments it looks through: the work of a question. */
    int segments() {
        return older.count();
    }

    @Override
    public KnownIdentities known() {
        return new KnownIdentities() {
            @Override
            public @Nullable FirstEvent event(Identity identity) {
                FirstEvent found = new FirstEvent();
                return isKnown(EntryKind.EVENT, identity, found) ? found : null;
            }

            @Override
            public long retraction(Identity identity) {
                return place(EntryKind.RETRACTION, identity);
            }

            @Override
            public long refusal(Identity identity) {
                return place(EntryKind.REFUSAL, identity);
            }

            private long place(EntryKind kind, Identity identity) {
                FirstEvent found = new FirstEvent();
                return isKnown(kind, identity, found) ? found.place() : NONE;
            }
        };
    }

    @Override
    public void clear() {
        older.clear();
        newest = new IdentityTable();
        position = 0;
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (folder.isKept() && position > 0) {
                flush();
            }
        } finally {
            older.close();
            folder.close();
        }
    }
}
