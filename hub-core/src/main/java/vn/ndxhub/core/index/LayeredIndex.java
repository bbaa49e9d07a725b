package vn.ndxhub.core.index;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;

/** The newest identities in a table in memory, all others in segments on disk: what it takes of memory hardly grows with the log. */
public final class LayeredIndex implements IdentityIndex {

    private final int mostInMemory;
    private final IdentityTable newest = new IdentityTable();
    private final Segments older;
    private final Map<Identity, Long> retractions = new HashMap<>();
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
    public FirstEvent noteEvent(Identity identity, long place, long contentHash, long quantity, int profile) {
        if (isKnown(identity)) {
            return answer;
        }
        if (newest.size() >= mostInMemory) {
            older.add(newest);
            newest.clear();
        }
        answer.set(place, contentHash, quantity, profile);
        newest.add(identity.high(), identity.low(), answer);
        return answer;
    }

    @Override
    public @Nullable FirstEvent find(Identity identity) {
        return isKnown(identity) ? answer : null;
    }

    private boolean isKnown(Identity identity) {
        return newest.find(identity.high(), identity.low(), answer)
                || older.find(identity.high(), identity.low(), answer);
    }

    @Override
    public long noteRetraction(Identity identity, long place) {
        Long first = retractions.putIfAbsent(identity, place);
        return first == null ? place : first;
    }

    @Override
    public long retraction(Identity identity) {
        return retractions.isEmpty() ? NONE : retractions.getOrDefault(identity, NONE);
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
        retractions.clear();
        position = 0;
    }

    @Override
    public void close() {
        clear();
    }
}
