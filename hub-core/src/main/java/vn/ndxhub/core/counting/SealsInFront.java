package vn.ndxhub.core.counting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.store.SortedStore;

/** The seals that took effect. A source's are numbered in one order over all its months; what stands behind n of them is vintage n. */
final class SealsInFront {

    private final SortedStore store;
    private final Map<SourceId, Integer> taken = new HashMap<>();
    private final List<TakenSeal> notSent = new ArrayList<>();

    SealsInFront(SortedStore store) {
        this.store = store;
        all(seal -> taken.put(seal.source(), seal.number()));
    }

    int vintage(SourceId source) {
        return taken.isEmpty() ? 0 : taken.getOrDefault(source, 0);
    }

    void take(TakenSeal seal) {
        taken.put(seal.source(), seal.number());
        notSent.add(seal);
        store.put(
                StateKeys.seal(seal.source(), seal.number()),
                new ByteWriter()
                        .text(seal.month().toString())
                        .ascending(seal.offset())
                        .ascending(seal.count())
                        .ascending(seal.digest())
                        .done());
    }

    void commit(Consumer<TakenSeal> to) {
        notSent.forEach(to);
        notSent.clear();
    }

    /** Each source's in their order. */
    void all(Consumer<TakenSeal> to) {
        store.scan(StateKeys.SEALS, (key, value) -> {
            to.accept(read(new ByteReader(key), new ByteReader(value)));
            return true;
        });
    }

    /** Sources that have seals, with the vintage in which they are counted now. */
    Map<SourceId, Integer> vintages() {
        return taken;
    }

    private static TakenSeal read(ByteReader key, ByteReader value) {
        key.octet();
        return new TakenSeal(
                new SourceId(key.text()),
                YearMonth.parse(value.text()),
                key.ascendingInt(),
                value.ascendingLong(),
                value.ascendingLong(),
                value.ascendingLong());
    }
}
