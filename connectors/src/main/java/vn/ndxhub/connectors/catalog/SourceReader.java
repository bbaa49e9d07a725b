package vn.ndxhub.connectors.catalog;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import vn.ndxhub.connectors.folder.Findings;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.folder.Names;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.PullPlan;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Text;

/** Reads one source.yaml; null, with complaints, where something in it is wrong. */
final class SourceReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int LOG_PARTITIONS = 4;
    private static final int MOST_LOG_PARTITIONS = 128;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private final Folder folder;
    private final Codelists codelists;
    private final Findings findings;

    SourceReader(Folder folder, Codelists codelists, Findings findings) {
        this.folder = folder;
        this.codelists = codelists;
        this.findings = findings;
    }

    /** What one file says, before its indicators are known. */
    record Read(
            SourceId id,
            Text name,
            Text owner,
            int version,
            Source.Delivery delivery,
            NativeFormat format,
            Mapping mapping) {

        Source with(IndicatorsReader.Read indicators) {
            return new Source(
                    id, name, owner, version, indicators.version(), delivery, format, mapping, indicators.statements());
        }
    }

    String place() {
        return folder.place();
    }

    @Nullable
    Read read(SourceId expected, String file) {
        int before = findings.count();
        Section section = Section.of(folder, file, findings);
        if (section == null) {
            return null;
        }
        String id = section.text("id");
        if (id != null && !id.equals(expected.value())) {
            section.complain("id", "must be '" + expected + "' as the folder's name is");
        }
        Text name = Names.of(section, "names");
        Text owner = Names.of(section, "owner");
        Integer version = section.as("version", Versions::parse);
        Source.Delivery delivery = delivery(section);
        FormatReader.Read format = new FormatReader(section, folder, findings).read();
        FieldReader fields = new FieldReader(format == null ? null : format.fields());
        Mapping mapping = new MappingReader(folder, codelists, fields).read(section);
        section.done();
        if (findings.count() > before || version == null || delivery == null || format == null || mapping == null) {
            return null;
        }
        return new Read(expected, name, owner, version, delivery, format.format(), mapping);
    }

    private static Source.@Nullable Delivery delivery(Section section) {
        Duration cadence = section.as("cadence", text -> within(text, SHORTEST, LONGEST));
        Duration horizon = section.optionalAs("horizon", text -> within(text, DAY, CENTURY));
        Boolean pulled = section.choice("feed", new TreeMap<>(Map.of("push", false, "pull", true)));
        PullPlan plan = null;
        if (Boolean.TRUE.equals(pulled)) {
            Section pull = section.section("pull");
            plan = pull == null ? null : plan(pull);
        } else if (section.has("pull")) {
            section.complain("pull", "only a source with 'feed: pull' has it");
        }
        Integer partitions = section.optionalAs("log-partitions", SourceReader::partitions);
        return cadence == null
                ? null
                : new Source.Delivery(cadence, horizon, plan, partitions == null ? LOG_PARTITIONS : partitions);
    }

    private static int partitions(String text) {
        int partitions = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (partitions < 1 || partitions > MOST_LOG_PARTITIONS) {
            throw new IllegalArgumentException("give 1 to " + MOST_LOG_PARTITIONS + ", e.g. " + LOG_PARTITIONS);
        }
        return partitions;
    }

    private static @Nullable PullPlan plan(Section pull) {
        String path = pull.as("path", SourceReader::path);
        String parameter = pull.text("cursor-parameter");
        JsonPointer cursor = pull.as("cursor", JsonPointer::compile);
        JsonPointer next = pull.as("next", JsonPointer::compile);
        JsonPointer sequence = pull.as("sequence", JsonPointer::compile);
        JsonPointer issued = pull.optionalAs("issued", JsonPointer::compile);
        pull.done();
        if (path == null || parameter == null || cursor == null || next == null || sequence == null) {
            return null;
        }
        return new PullPlan(path, parameter, cursor, next, sequence, issued);
    }

    private static Duration within(String text, Duration least, Duration most) {
        Duration duration = Duration.parse(text);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException("must be from " + least + " to " + most);
        }
        return duration;
    }

    private static String path(String text) {
        if (!text.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("a path begins with '/' and has neither query nor spaces");
        }
        return text;
    }
}
