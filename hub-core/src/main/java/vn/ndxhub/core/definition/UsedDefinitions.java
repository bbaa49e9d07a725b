package vn.ndxhub.core.definition;

import java.util.List;

/** The definitions that events were ever bound to: they stay there whatever becomes of the folders that they came from. */
public interface UsedDefinitions extends KnownDefinitions {

    /** Returns when both are there for good; only then may an event be bound to them. */
    void announce(CurrentDefinitions current);

    /** All that were known when this place was last read. */
    List<Definition> all();
}
