package vn.ndxhub.connectors.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;

/** Reads source folders one after another and keeps every complaint until the end. */
final class CatalogReader {

    private static final String SOURCE = "source";
    private static final String INDICATORS = "indicators";

    private final Findings findings = new Findings();
    private final Codelists codelists;
    private final Map<SourceId, Source> sources = new TreeMap<>();
    private final Map<SourceId, Map<Long, List<Indicator>>> indicators = new HashMap<>();
    private final Map<IndicatorId, SourceId> owners = new HashMap<>();

    CatalogReader(Folder sharedCodelists) {
        this.codelists = new Codelists(sharedCodelists, findings);
    }

    void readAll(Path parent) {
        if (!Files.isDirectory(parent)) {
            findings.add(parent.toString(), "", "is not a folder");
            return;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(folder -> read(folder.getFileName().toString(), Folder.onDisk(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + parent, e);
        }
    }

    void read(String name, Folder folder) {
        SourceId id;
        try {
            id = new SourceId(name);
        } catch (IllegalArgumentException e) {
            findings.add(folder.place(), "", "is no source: " + e.getMessage());
            return;
        }
        if (sources.containsKey(id)) {
            findings.add(folder.place(), "", "there is a source '" + id + "' already; choose another name");
            return;
        }
        SourceReader reader = new SourceReader(folder, codelists, findings);
        SourceReader.Read read = reader.read(id, SOURCE + ".yaml");
        if (read == null) {
            return;
        }
        olderMappings(reader, read);
        IndicatorsReader.Read current = indicators(id, folder, read);
        if (current != null) {
            sources.put(id, read.with(current));
        }
    }

    SourceCatalog catalog() {
        findings.throwIfAny();
        return new SourceCatalog(
                Collections.unmodifiableMap(sources), codelists.byId(), new IndicatorVersions(indicators));
    }

    /** An event keeps the version of its mapping for ever, so every version must stay readable. */
    private void olderMappings(SourceReader reader, SourceReader.Read newest) {
        for (int version = 1; version < newest.version(); version++) {
            String file = Versions.file(SOURCE, version);
            SourceReader.Read older = reader.read(newest.id(), file);
            if (older != null && older.version() != version) {
                findings.add(reader.place() + "/" + file, "version", "must be " + version + " as the file's name is");
            }
        }
    }

    private IndicatorsReader.@Nullable Read indicators(SourceId id, Folder folder, SourceReader.Read source) {
        IndicatorsReader reader = new IndicatorsReader(folder, findings);
        IndicatorsReader.Read newest = reader.read(id, INDICATORS + ".yaml", new IndicatorCheck(source.mapping()));
        if (newest == null) {
            return null;
        }
        Map<Long, List<Indicator>> versions = new TreeMap<>();
        versions.put((long) newest.version(), newest.indicators());
        for (int version = 1; version < newest.version(); version++) {
            String file = Versions.file(INDICATORS, version);
            IndicatorsReader.Read older = reader.read(id, file, null);
            if (older != null && older.version() != version) {
                findings.add(folder.place() + "/" + file, "version", "must be " + version + " as the file's name is");
            }
            versions.put((long) version, older == null ? List.of() : older.indicators());
        }
        own(id, folder, newest);
        indicators.put(id, versions);
        return newest;
    }

    private void own(SourceId id, Folder folder, IndicatorsReader.Read read) {
        for (Indicator indicator : read.indicators()) {
            SourceId owner = owners.putIfAbsent(indicator.id(), id);
            if (owner != null && !owner.equals(id)) {
                findings.add(
                        folder.place() + "/" + INDICATORS + ".yaml",
                        "indicators",
                        "'" + indicator.id() + "' is an indicator of " + owner + " already");
            }
        }
    }
}
