package vn.ndxhub.connectors.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.connectors.folder.Findings;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.connectors.normalise.Normalisers;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.definition.CurrentDefinitions;
import vn.ndxhub.core.definition.KnownDefinitions;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** Every national database that this hub knows: read once, checked as a whole, never changed afterwards. */
public final class SourceCatalog {

    private static final String SOURCES = "sources";
    private static final String CODELISTS = "codelists";
    private static final String INDEX = "index.txt";

    private final Map<SourceId, Source> sources;
    private final Map<String, Codelist> codelists;
    private final FolderDefinitions definitions;

    SourceCatalog(Map<SourceId, Source> sources, Map<String, Codelist> codelists, FolderDefinitions definitions) {
        this.sources = sources;
        this.codelists = codelists;
        this.definitions = definitions;
    }

    /**
     * The databases that come with the hub.
     *
     * @throws InvalidSources with one line for everything that is wrong
     */
    public static SourceCatalog load() {
        return shipped().catalog();
    }

    /**
     * Those that come with the hub and those of a folder, which holds one folder a database.
     *
     * @throws InvalidSources with one line for everything that is wrong
     */
    public static SourceCatalog load(Path folder) {
        CatalogReader reader = shipped();
        reader.readAll(folder);
        return reader.catalog();
    }

    /**
     * Those that come with the hub and those of a folder that can be used: what is wrong with one is no matter of the others.
     *
     * @throws InvalidSources with one line for everything that is wrong and is no source of its own
     */
    public static Usable loadUsable(Path folder) {
        CatalogReader reader = shipped();
        Map<SourceId, List<String>> bad = reader.readUsable(folder);
        return new Usable(reader.catalog(), bad);
    }

    /**
     * What can be used, and what cannot.
     *
     * @param bad one line, with file and key, for everything that is wrong with a source
     */
    public record Usable(SourceCatalog catalog, Map<SourceId, List<String>> bad) {}

    private static CatalogReader shipped() {
        CatalogReader reader = new CatalogReader(Folder.onClassPath(CODELISTS));
        Folder folder = Folder.onClassPath(SOURCES);
        byte[] index = folder.read(INDEX, new Findings());
        if (index == null) {
            throw new IllegalStateException(SOURCES + "/" + INDEX + " is missing in this build");
        }
        new String(index, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(name -> reader.read(name.strip(), folder.child(name.strip())));
        return reader;
    }

    /** In the order of their ids. */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /** @throws IllegalArgumentException if there is none of that id */
    public Source source(SourceId id) {
        Source source = sources.get(id);
        if (source == null) {
            throw new IllegalArgumentException("There is no source '" + id + "'; known are " + sources.keySet());
        }
        return source;
    }

    /** The indicators of all sources, by hash, those of older files too. */
    public Indicators indicators() {
        return definitions;
    }

    /** What the source's new events are bound to. */
    public CurrentDefinitions definitions(SourceId id) {
        return definitions.current(id);
    }

    /** All that the folders hold, by hash. */
    public KnownDefinitions definitions() {
        return definitions;
    }

    /** Those under which the source's new events are counted, with their names. */
    public List<Indicator> indicators(SourceId id) {
        return definitions.of(id, definitions(id).indicators().hash());
    }

    /** @throws IllegalArgumentException if no source uses a codelist of that id */
    public Codelist codelist(String id) {
        Codelist codelist = codelists.get(id);
        if (codelist == null) {
            throw new IllegalArgumentException("There is no codelist '" + id + "'; known are " + codelists.keySet());
        }
        return codelist;
    }

    /** @throws IllegalArgumentException naming the first source that needs a key for keyed hashes while the settings have none */
    public void check(NormaliserSettings settings) {
        sources.forEach(
                (id, source) -> Normalisers.check(source, definitions(id).hashes(), settings));
    }

    public Normaliser normaliser(SourceId id, SchemaRegistry registry) {
        return normaliser(id, registry, NormaliserSettings.DEFAULT);
    }

    /** @throws IllegalArgumentException if the source needs a key for keyed hashes and the settings have none */
    public Normaliser normaliser(SourceId id, SchemaRegistry registry, NormaliserSettings settings) {
        return Normalisers.compile(source(id), definitions(id).hashes(), registry, settings);
    }
}
