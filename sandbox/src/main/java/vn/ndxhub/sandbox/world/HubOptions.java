package vn.ndxhub.sandbox.world;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;

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

    /** Asks every database that is pulled at this address, and takes the times that stand on its pages for those of intake. */
    public HubOptions pulling(String url) {
        HubOptions options = with("HUB_PULL_TIMESTAMPS", "page");
        for (Source source : SourceCatalog.load().sources()) {
            if (source.isPulled()) {
                String name = source.id().value().toUpperCase(Locale.ROOT).replace('-', '_');
                options = options.with("HUB_PULL_" + name + "_URL", url);
            }
        }
        return options;
    }
}
