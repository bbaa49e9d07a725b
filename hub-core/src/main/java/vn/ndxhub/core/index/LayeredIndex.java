package vn.ndxhub.core.index;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;

/** The newest identities in a table in memory, all others in segments on disk: what it takes of memory hardly grows with the log. */
public final class LayeredIndex implements IdentityIndex {

    private final int mostInMemory;
    private final IdentityTable newest = new IdentityTable();
    private final Segments older;
    private final FirstEvent answer = new FirstEvent();
    private long position;

    /**
     * An empty one.
     *
     * @param folder for the segments; made when the first is written
     * @param mostInMemory identities in the table, 48 to 96 bytes each
     */
    public LayeredIndex(Path folder, int mostInMemory) {
        this.older = new Segments(folder);
        this.mostInMemory = mostInMemory;
    }

    @Override
    public FirstEvent noteEvent(Identity identity, long place, long contentHash) {
        noteFirst(EntryKind.EVENT, identity, place, contentHash);
        return answer;
    }

    @Override
    public @Nullable FirstEvent find(Identity identity) {
        return isKnown(EntryKind.EVENT, identity) ? answer : null;
    }

    @Override
    public long noteRetraction(Identity identity, long place) {
        noteFirst(EntryKind.RETRACTION, identity, place, 0);
        return answer.place();
    }

    @Override
    public long retraction(Identity identity) {
        return isKnown(EntryKind.RETRACTION, identity) ? answer.place() : NONE;
    }

    @Override
    public void noteRefusal(Identity identity, long place) {
        put(EntryKind.REFUSAL, identity, place, 0);
    }

    @Override
    public long refusal(Identity identity) {
        return isKnown(EntryKind.REFUSAL, identity) ? answer.place() : NONE;
    }

    private void noteFirst(EntryKind kind, Identity identity, long place, long contentHash) {
        if (!isKnown(kind, identity)) {
            put(kind, identity, place, contentHash);
        }
    }

    private boolean isKnown(EntryKind kind, Identity identity) {
        long high = kind.high(identity.high());
        return newest.find(high, identity.low(), answer) || older.find(high, identity.low(), answer);
    }

    private void put(EntryKind kind, Identity identity, long place, long contentHash) {
        if (newest.size() >= mostInMemory) {
            older.add(newest);
            newest.clear();
        }
        newest.put(kind.high(identity.high()), identity.low(), answer.set(place, contentHash));
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
    public void clear() {
        newest.clear();
        older.clear();
        position = 0;
    }

    @Override
    public void close() {
        clear();
    }
}
