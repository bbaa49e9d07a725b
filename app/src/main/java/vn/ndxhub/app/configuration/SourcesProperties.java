package vn.ndxhub.app.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.ndxhub.connectors.catalog.SourceCatalog;

/**
 * {@code hub.sources}: the national databases that this hub knows.
 *
 * @param folder with one folder for each database beside those that come with the hub; none if not given
 */
@ConfigurationProperties("hub.sources")
record SourcesProperties(@Nullable Path folder) {

    SourcesProperties {
        // An empty environment variable means: not given.
        folder = folder == null || folder.toString().isBlank() ? null : folder;
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("hub.sources.folder is no folder: " + folder.toAbsolutePath());
        }
    }

    /** @throws vn.ndxhub.connectors.catalog.InvalidSources with one line for everything that is wrong and is no source of its own */
    SourceCatalog.Usable usable() {
        return folder == null
                ? new SourceCatalog.Usable(SourceCatalog.load(), Map.of())
                : SourceCatalog.loadUsable(folder);
    }
}
