package vn.ndxhub.core.definition;

import java.util.Optional;
import vn.ndxhub.core.identity.SourceId;

/** A place that holds definitions: the source folders of a hub, or those that were ever used. */
@FunctionalInterface
public interface KnownDefinitions {

    Optional<Definition> find(SourceId source, DefinitionKind kind, long hash);
}
