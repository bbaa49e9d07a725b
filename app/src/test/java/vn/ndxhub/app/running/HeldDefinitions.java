package vn.ndxhub.app.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.definition.CurrentDefinitions;
import vn.ndxhub.core.definition.Definition;
import vn.ndxhub.core.definition.DefinitionKind;
import vn.ndxhub.core.definition.UsedDefinitions;
import vn.ndxhub.core.identity.SourceId;

/** Keeps definitions in a list, or fails. */
final class HeldDefinitions implements UsedDefinitions {

    final List<Definition> held = new ArrayList<>();

    @Nullable
    RuntimeException failure;

    @Override
    public Optional<Definition> find(SourceId source, DefinitionKind kind, long hash) {
        return held.stream()
                .filter(each -> each.source().equals(source) && each.kind() == kind && each.hash() == hash)
                .findFirst();
    }

    @Override
    public void announce(CurrentDefinitions current) {
        if (failure != null) {
            throw failure;
        }
        held.addAll(current.both());
    }

    @Override
    public List<Definition> all() {
        return held;
    }
}
