package vn.ndxhub.app.configuration;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.groups}: the consumer groups that share the work; the same for all processes that do. Another name begins anew. Each source has
 * groups of its own, of these names with a dash and the source behind.
 *
 * @param feed reads the feeds
 * @param publish reads what was counted
 * @param pull shares out the pulled sources, one group for all
 * @param parked reads again what was parked
 */
@ConfigurationProperties("hub.groups")
public record GroupProperties(
        @DefaultValue("hub-feed") String feed,
        @DefaultValue("hub-publish") String publish,
        @DefaultValue("hub-pull") String pull,
        @DefaultValue("hub-parked") String parked) {

    /** What stands in the address of a route as it is, and is a good name for Kafka's tools. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    public GroupProperties {
        Map<String, String> named = named(feed, publish, pull, parked);
        named.forEach(GroupProperties::check);
        if (Set.copyOf(named.values()).size() < named.size()) {
            throw new IllegalArgumentException("hub.groups must be four different names");
        }
    }

    /** The placeholders that the addresses of routes use. */
    Map<String, String> placeholders() {
        return named(feed, publish, pull, parked);
    }

    private static Map<String, String> named(String feed, String publish, String pull, String parked) {
        return Map.of(
                "hub.groups.feed", feed,
                "hub.groups.publish", publish,
                "hub.groups.pull", pull,
                "hub.groups.parked", parked);
    }

    private static void check(String key, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    key + " must be a name of letters, digits, '.', '_' and '-', e.g. hub-feed");
        }
    }
}
