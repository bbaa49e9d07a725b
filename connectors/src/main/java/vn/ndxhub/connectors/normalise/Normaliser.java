package vn.ndxhub.connectors.normalise;

/** Turns one source's feed records into canonical events; safe for several threads at once. */
public interface Normaliser {

    /**
     * Gives the sink exactly one call for each item of the record, in the order of the items; a record that cannot be read
     * as a whole is one refusal. Never throws because of what the record holds, and never because of the registry.
     */
    void normalise(FeedRecord record, ItemSink sink);
}
