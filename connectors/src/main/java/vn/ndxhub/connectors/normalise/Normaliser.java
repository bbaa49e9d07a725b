package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.log.DefinitionHashes;

/** Turns one source's feed records into canonical events; safe for several threads at once. */
public interface Normaliser {

    /**
     * Whether what the registry has to tell about this record is known, that it knows nothing included, or is told now. What becomes of
     * a record of which this is not so is decided by the moment; it should wait.
     */
    default boolean isDecidable(byte @Nullable [] value) {
        return true;
    }

    /** What every event of this normaliser is bound to. */
    DefinitionHashes definitions();

    /**
     * Gives the sink exactly one call for each item of the record, in the order of the items; a record that cannot be read
     * as a whole is one refusal. Never throws because of what the record holds, and never because of the registry.
     */
    void normalise(FeedRecord record, ItemSink sink);
}
