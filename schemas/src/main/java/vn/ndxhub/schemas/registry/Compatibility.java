package vn.ndxhub.schemas.registry;

import java.util.List;

/** What the registry says about a schema that is not registered yet: whether it would be taken, and if not, why. */
public record Compatibility(boolean compatible, List<String> messages) {

    public Compatibility {
        messages = List.copyOf(messages);
    }
}
