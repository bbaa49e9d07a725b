package vn.ndxhub.core.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.store.SortedStore;

/** Deletes the tallies of vintages that a seal has closed: nothing changes them any more, and what they came to has been sent. */
final class ClosedVintages {

    private final SortedStore store;
    private final Map<SourceId, Integer> emptyBelow = new HashMap<>();

    ClosedVintages(SortedStore store) {
        this.store = store;
    }

    /** Deletes some, at most so many, of the source's vintages below this one. Returns how many. */
    int delete(SourceId source, int vintage, int most) {
        int deleted = 0;
        for (int closed = emptyBelow.getOrDefault(source, 0); closed < vintage && deleted < most; closed++) {
            List<byte[]> keys = keys(StateKeys.tallies(source, closed), most - deleted);
            keys.forEach(store::delete);
            deleted += keys.size();
            if (deleted < most) {
                emptyBelow.put(source, closed + 1);
            }
        }
        return deleted;
    }

    private List<byte[]> keys(byte[] prefix, int most) {
        List<byte[]> keys = new ArrayList<>();
        store.scan(prefix, (key, value) -> {
            keys.add(key);
            return keys.size() < most;
        });
        return keys;
    }
}
