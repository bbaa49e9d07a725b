package vn.ndxhub.app.running;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.pull.PullEndpoint;
import vn.ndxhub.connectors.pull.PullSettings;
import vn.ndxhub.connectors.pull.StatusPages;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.pull.PageTimestamps;

/**
 * The pulled sources that have an address: {@code hub.pull.<source>.url}, with {@code .authorization} if it wants one.
 *
 * @param timestamps {@code hub.pull.timestamps}: {@code arrival}, or {@code page} when a scenario is replayed
 */
public record PulledSources(List<Pulled> all, PageTimestamps timestamps) {

    /** One source and its pages. */
    public record Pulled(SourceId source, StatusPages pages) {}

    public static PulledSources of(SourceCatalog catalog, Environment environment) {
        List<Pulled> all = new ArrayList<>();
        for (Source source : catalog.sources()) {
            String key = "hub.pull." + source.id() + ".url";
            String url = environment.getProperty(key);
            if (source.isPulled() && url != null) {
                PullEndpoint endpoint =
                        endpoint(key, url, environment.getProperty("hub.pull." + source.id() + ".authorization"));
                all.add(new Pulled(source.id(), StatusPages.of(source, endpoint, PullSettings.DEFAULT)));
            }
        }
        String timestamps = environment.getProperty("hub.pull.timestamps", "arrival");
        return new PulledSources(List.copyOf(all), timestamps(timestamps));
    }

    private static PullEndpoint endpoint(String key, String url, @Nullable String authorization) {
        try {
            return new PullEndpoint(URI.create(url), authorization);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static PageTimestamps timestamps(String text) {
        try {
            return PageTimestamps.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hub.pull.timestamps is neither 'arrival' nor 'page'", e);
        }
    }
}
