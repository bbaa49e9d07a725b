package vn.ndxhub.app.running;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import vn.ndxhub.app.configuration.PullAddress;
import vn.ndxhub.app.configuration.PullProperties;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.pull.PullEndpoint;
import vn.ndxhub.connectors.pull.StatusPages;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.pull.PageTimestamps;

/**
 * The sources that are pulled.
 *
 * @param all those that have an address
 * @param notPulled those that have none, so that nothing comes of them
 */
public record PulledSources(List<Pulled> all, List<SourceId> notPulled, PageTimestamps timestamps) {

    /** One source and its pages. */
    public record Pulled(SourceId source, StatusPages pages) {}

    public static PulledSources of(SourceCatalog catalog, PullProperties properties, Environment environment) {
        List<Pulled> all = new ArrayList<>();
        List<SourceId> notPulled = new ArrayList<>();
        for (Source source : catalog.sources().stream().filter(Source::isPulled).toList()) {
            PullEndpoint endpoint = PullAddress.of(source.id(), environment);
            if (endpoint == null) {
                notPulled.add(source.id());
            } else {
                all.add(new Pulled(source.id(), StatusPages.of(source, endpoint, properties.settings())));
            }
        }
        return new PulledSources(List.copyOf(all), List.copyOf(notPulled), properties.timestamps());
    }
}
