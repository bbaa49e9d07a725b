package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.folder.Findings;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.source.Statement;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;

/** Reads one indicators.yaml; null, with complaints, where something in it is wrong. */
final class IndicatorsReader {

    private final Folder folder;
    private final Findings findings;

    IndicatorsReader(Folder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /**
     * What one file says.
     *
     * @param statements the levels that items state, by type
     */
    record Read(int version, Map<IndicatorId, Entry> entries, Map<String, List<Statement>> statements) {

        List<Indicator> indicators() {
            return entries.values().stream().map(Entry::indicator).toList();
        }
    }

    /** An indicator and where it stands, for what shows only beside others. */
    record Entry(Indicator indicator, Section section) {}

    /** @param check null where there is no mapping to check against: that of an older version was the newest once */
    @Nullable
    Read read(SourceId source, String file, @Nullable IndicatorCheck check) {
        Section top = Section.of(folder, file, findings);
        if (top == null) {
            return null;
        }
        Integer version = top.as("version", Versions::parse);
        Map<IndicatorId, Entry> entries = new LinkedHashMap<>();
        Statements statements = new Statements();
        List<Section> sections = new ArrayList<>(top.list("indicators"));
        if (sections.isEmpty()) {
            top.complain("indicators", "holds no indicators");
        }
        for (Section section : sections) {
            Indicator indicator = IndicatorReader.read(source, section);
            if (indicator == null) {
                continue;
            }
            if (entries.putIfAbsent(indicator.id(), new Entry(indicator, section)) != null) {
                section.complain("id", "'" + indicator.id() + "' stands twice in this file");
            }
            if (check != null) {
                check.check(indicator, section);
            }
            statements.add(indicator, section);
        }
        top.done();
        return version == null ? null : new Read(version, entries, statements.byType());
    }
}
