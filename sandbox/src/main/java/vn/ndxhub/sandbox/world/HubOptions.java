package vn.ndxhub.sandbox.world;

import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.identity.SourceId;

/** How one hub is started: its name, e.g. {@code hub-1}, and what its environment holds beside the addresses of the world. */
public record HubOptions(String name, Map<String, String> environment) {

    public HubOptions {
        if (!name.matches("hub-[a-z0-9]+")) {
            throw new IllegalArgumentException("A hub's name is 'hub-' and a number or word, e.g. hub-1, not " + name);
        }
        environment = Map.copyOf(environment);
    }

    public static HubOptions named(String name) {
        return new HubOptions(name, Map.of());
    }

    public HubOptions with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new HubOptions(name, more);
    }

    /** Asks a database that is pulled at this address instead of its own. */
    public HubOptions pulling(SourceId source, String url) {
        return with(
                "HUB_PULL_" + source.value().toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_URL", url);
    }
}
