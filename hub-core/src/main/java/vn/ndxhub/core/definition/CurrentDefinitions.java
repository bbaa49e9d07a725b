package vn.ndxhub.core.definition;

import java.util.List;
import vn.ndxhub.core.log.DefinitionHashes;

/** What a source's new events are bound to. */
public record CurrentDefinitions(Definition mapping, Definition indicators) {

    /** As they are stamped on events. */
    public DefinitionHashes hashes() {
        return new DefinitionHashes(mapping.hash(), indicators.hash());
    }

    public List<Definition> both() {
        return List.of(mapping, indicators);
    }
}
