package vn.ndxhub.sandbox.world;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.catalog.SourceCatalog;

/**
 * The national databases that topics and schemas are made for, and the hubs started with: those that come with this build, and those of
 * the folder in {@code HUB_SOURCES_FOLDER}, as the hub itself takes it.
 *
 * @param folder with one folder a database; null: none beside the shipped ones
 */
record KnownSources(@Nullable Path folder) {

    static final String VARIABLE = "HUB_SOURCES_FOLDER";

    KnownSources {
        folder = folder == null ? null : folder.toAbsolutePath().normalize();
    }

    static KnownSources of(Map<String, String> environment) {
        String folder = environment.getOrDefault(VARIABLE, "");
        return new KnownSources(folder.isBlank() ? null : Path.of(folder));
    }

    /** @throws vn.ndxhub.connectors.catalog.InvalidSources with one line for everything that is wrong */
    SourceCatalog catalog() {
        return folder == null ? SourceCatalog.load() : SourceCatalog.load(folder);
    }

    /** What a hub must be told: it runs in another folder, so that the path has to be a whole one. */
    Map<String, String> forHubs() {
        return folder == null ? Map.of() : Map.of(VARIABLE, folder.toString());
    }
}
