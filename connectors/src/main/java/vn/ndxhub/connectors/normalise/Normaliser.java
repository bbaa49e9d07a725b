package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.log.DefinitionHashes;

/** Turns one source's feed records into canonical events; safe for several threads at once. */
public interface Normaliser {

    /**
     * Why nothing can be decided about this record now, in words; null if what the registry has to tell about it is known, that it knows
     * nothing included, or is told now. What would become of a record that does not wait is decided by the moment.
     */
    default @Nullable String waitsFor(byte @Nullable [] value) {
        return null;
    }

    /** What every event of this normaliser is bound to. */
    DefinitionHashes definitions();

    /**
     * Gives the sink exactly one call for each item of the record, in the order of the items; a record that cannot be read
     * as a whole is one refusal. Never throws because of what the record holds, and never because of the registry.
     */
    void normalise(FeedRecord record, ItemSink sink);
}
