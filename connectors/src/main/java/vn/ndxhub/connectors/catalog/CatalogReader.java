package vn.ndxhub.connectors.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.folder.Findings;
import vn.ndxhub.connectors.folder.Folder;
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
        readAll(parent, this::read);
    }

    /**
     * Reads those that can be used.
     *
     * @return what is wrong with each of the others; what is no source of its own stays among the complaints
     */
    Map<SourceId, List<String>> readUsable(Path parent) {
        Map<SourceId, List<String>> bad = new TreeMap<>();
        readAll(parent, (name, folder) -> {
            Set<SourceId> before = Set.copyOf(sources.keySet());
            Set<String> lists = codelists.byId().keySet();
            int complaints = findings.count();
            read(name, folder);
            if (findings.count() > complaints && SourceId.isOne(name) && !before.contains(new SourceId(name))) {
                SourceId id = new SourceId(name);
                bad.put(id, findings.takeFrom(complaints));
                forget(id);
                codelists.keep(lists);
            }
        });
        return bad;
    }

    private void forget(SourceId id) {
        sources.remove(id);
        indicators.remove(id);
        owners.values().removeIf(id::equals);
    }

    private interface Reading {
        void read(String name, Folder folder);
    }

    private void readAll(Path parent, Reading reading) {
        if (!Files.isDirectory(parent)) {
            findings.add(parent.toString(), "", "is not a folder");
            return;
        }
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.sorted().toList()) {
                if (isSource(entry, parent)) {
                    reading.read(entry.getFileName().toString(), Folder.onDisk(entry));
                }
            }
        } catch (IOException e) {
            findings.add(parent.toString(), "", "cannot be read: " + e);
        }
    }

    /** A link may lead to a place below the folder, as the links of a mounted one do; files and hidden folders are nobody's. */
    private boolean isSource(Path entry, Path parent) throws IOException {
        if (entry.getFileName().toString().startsWith(".")) {
            return false;
        }
        if (!Files.exists(entry)) {
            findings.add(entry.toString(), "", "is a link that leads to nothing");
            return false;
        }
        if (Files.isDirectory(entry) && !entry.toRealPath().startsWith(parent.toRealPath())) {
            findings.add(entry.toString(), "", "is a link that leads out of the folder");
            return false;
        }
        return Files.isDirectory(entry);
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
        if (read != null) {
            olderMappings(reader, read);
        }
        IndicatorsReader.Read current = indicators(id, folder, read);
        if (current != null && read != null) {
            sources.put(id, read.with(current));
        }
    }

    SourceCatalog catalog() {
        if (findings.count() > 0) {
            throw new InvalidSources(findings.errors());
        }
        return new SourceCatalog(
                Collections.unmodifiableMap(sources), codelists.byId(), new FolderDefinitions(sources, indicators));
    }

    /** Older files say nothing to a hub; they must not lie about what they are. */
    private void olderMappings(SourceReader reader, SourceReader.Read newest) {
        for (int version = 1; version < newest.version(); version++) {
            String file = Versions.file(SOURCE, version);
            SourceReader.Read older = reader.read(newest.id(), file);
            if (older != null && older.version() != version) {
                findings.add(reader.place() + "/" + file, "version", "must be " + version + " as the file's name is");
            }
        }
    }

    private IndicatorsReader.@Nullable Read indicators(SourceId id, Folder folder, SourceReader.@Nullable Read source) {
        IndicatorsReader reader = new IndicatorsReader(folder, findings);
        IndicatorCheck check = source == null ? null : new IndicatorCheck(source.mapping());
        IndicatorsReader.Read newest = reader.read(id, INDICATORS + ".yaml", check);
        if (newest == null) {
            return null;
        }
        Map<Long, List<Indicator>> versions = new TreeMap<>();
        IndicatorsReader.Read before = null;
        for (int version = 1; version <= newest.version(); version++) {
            IndicatorsReader.Read read = version == newest.version() ? newest : older(reader, id, folder, version);
            if (read != null) {
                own(id, read);
                if (before != null) {
                    IndicatorHistory.check(before, read);
                }
                before = read;
            }
            versions.put((long) version, read == null ? List.of() : read.indicators());
        }
        indicators.put(id, versions);
        return newest;
    }

    private IndicatorsReader.@Nullable Read older(IndicatorsReader reader, SourceId id, Folder folder, int version) {
        String file = Versions.file(INDICATORS, version);
        IndicatorsReader.Read older = reader.read(id, file, null);
        if (older != null && older.version() != version) {
            findings.add(folder.place() + "/" + file, "version", "must be " + version + " as the file's name is");
        }
        return older;
    }

    private void own(SourceId id, IndicatorsReader.Read read) {
        read.entries().forEach((indicator, entry) -> {
            SourceId owner = owners.putIfAbsent(indicator, id);
            if (owner != null && !owner.equals(id)) {
                entry.section().complain("id", "'" + indicator + "' is an indicator of " + owner + " already");
            }
        });
    }
}
