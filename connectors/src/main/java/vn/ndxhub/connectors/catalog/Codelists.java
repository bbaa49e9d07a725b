package vn.ndxhub.connectors.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.connectors.folder.Findings;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.folder.Names;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.core.indicator.Text;

/** The codelists that the source folders name: a source's own folder {@code codelists} comes first, then the shared ones. */
final class Codelists {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Folder shared;
    private final Findings findings;
    private final Map<String, Optional<Codelist>> byPlace = new HashMap<>();
    private final Map<String, Codelist> byId = new TreeMap<>();

    Codelists(Folder shared, Findings findings) {
        this.shared = shared;
        this.findings = findings;
    }

    /** The lists that a text or a list of texts names. */
    List<Codelist> named(Section section, String key, Folder source) {
        List<Codelist> lists = new ArrayList<>();
        for (String id : section.texts(key)) {
            find(id, source)
                    .ifPresentOrElse(
                            lists::add,
                            () -> section.complain(
                                    key,
                                    "there is no codelist '" + id + "' in " + source.place() + "/codelists or "
                                            + shared.place()));
        }
        return lists;
    }

    /** Forgets all but those of these ids. */
    void keep(Set<String> ids) {
        byId.keySet().retainAll(ids);
        byPlace.values()
                .removeIf(list -> list.isEmpty() || !ids.contains(list.get().id()));
    }

    Map<String, Codelist> byId() {
        return new TreeMap<>(byId);
    }

    private Optional<Codelist> find(String id, Folder source) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Optional<Codelist> own = in(source.child("codelists"), id);
        return own.isPresent() ? own : in(shared, id);
    }

    private Optional<Codelist> in(Folder folder, String id) {
        String file = folder.place() + "/" + id + ".yaml";
        Optional<Codelist> known = byPlace.get(file);
        if (known == null) {
            byte[] yaml = folder.read(id + ".yaml", findings);
            known = yaml == null ? Optional.empty() : Optional.ofNullable(read(file, id, yaml));
            byPlace.put(file, known);
            known.ifPresent(list -> remember(file, list));
        }
        return known;
    }

    private void remember(String file, Codelist list) {
        if (byId.putIfAbsent(list.id(), list) != null) {
            findings.add(file, "id", "another codelist is called '" + list.id() + "' already; choose another name");
        }
    }

    private @Nullable Codelist read(String file, String expectedId, byte[] yaml) {
        Section section = Section.read(findings, file, yaml);
        if (section == null) {
            return null;
        }
        String id = section.text("id");
        if (id != null && !id.equals(expectedId)) {
            section.complain("id", "must be '" + expectedId + "' as the file's name is");
        }
        Text name = Names.of(section, "names");
        section.optionalText("origin");
        boolean invented = Boolean.TRUE.equals(section.choice("invented", Map.of("true", true, "false", false)));
        List<Codelist.Period> periods = new ArrayList<>();
        section.list("periods").forEach(period -> periods.add(period(period)));
        section.done();
        if (periods.isEmpty()) {
            section.complain("periods", "holds no codes");
        }
        for (String code : Codelist.ambiguous(periods)) {
            section.complain("periods", "code '" + code + "' stands in two periods that overlap");
        }
        return new Codelist(expectedId, name, invented, periods);
    }

    private static Codelist.Period period(Section section) {
        LocalDate first = section.optionalAs("from", LocalDate::parse);
        LocalDate last = section.optionalAs("until", LocalDate::parse);
        if (first != null && last != null && last.isBefore(first)) {
            section.complain("until", "is before 'from'");
        }
        Map<String, Text> codes = new LinkedHashMap<>();
        Section names = section.section("codes");
        if (names != null) {
            for (String code : names.keys()) {
                if (!DimensionReader.isCode(code)) {
                    names.complain(code, DimensionReader.CODE);
                }
                codes.put(code, Names.of(names, code));
            }
            if (codes.isEmpty()) {
                section.complain("codes", "holds no codes");
            }
        }
        section.done();
        return new Codelist.Period(
                first == null ? Long.MIN_VALUE : first.toEpochDay(),
                last == null ? Long.MAX_VALUE : last.toEpochDay(),
                codes);
    }
}
