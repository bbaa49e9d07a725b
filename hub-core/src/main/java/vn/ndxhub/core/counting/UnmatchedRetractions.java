package vn.ndxhub.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.store.SortedStore;

/** Retractions whose event has not come: kept so that they can be listed, and taken off the list when it comes. */
final class UnmatchedRetractions {

    /** An id that is longer than any identity a source may send is cut: it is only shown. */
    private static final int LONGEST = 200;

    private final SortedStore store;

    UnmatchedRetractions(SortedStore store) {
        this.store = store;
    }

    void add(EventEntry retraction) {
        String party = retraction.arrival().party();
        store.put(
                StateKeys.unmatched(retraction.identity()),
                new ByteWriter()
                        .text(cut(Objects.requireNonNull(retraction.retracts())))
                        .text(cut(retraction.type()))
                        .text(party == null ? "" : cut(party))
                        .ascending(retraction.arrival().intake())
                        .done());
    }

    /** The one that waited for this event, which waits no longer; null if none did. */
    @Nullable
    UnmatchedRetraction matched(Identity identity) {
        byte[] key = StateKeys.unmatched(identity);
        byte[] stored = store.get(key);
        if (stored == null) {
            return null;
        }
        store.delete(key);
        return read(stored);
    }

    List<UnmatchedRetraction> first(int most) {
        List<UnmatchedRetraction> all = new ArrayList<>();
        store.scan(StateKeys.UNMATCHED, (key, value) -> {
            all.add(read(value));
            return all.size() < most;
        });
        return all;
    }

    private static UnmatchedRetraction read(byte[] stored) {
        ByteReader reader = new ByteReader(stored);
        String eventId = reader.text();
        String type = reader.text();
        String party = reader.text();
        return new UnmatchedRetraction(eventId, type, party.isEmpty() ? null : party, reader.ascendingLong());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
