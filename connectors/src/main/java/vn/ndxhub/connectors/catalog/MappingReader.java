package vn.ndxhub.connectors.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.natives.FieldUse;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.connectors.source.Mapping.Identification;
import vn.ndxhub.connectors.source.Mapping.PersonalField;
import vn.ndxhub.connectors.source.TypeField;

/** Reads the keys mapping and personal of a source.yaml; null, with complaints, where something in them is wrong. */
final class MappingReader {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    private final Folder folder;
    private final Codelists codelists;
    private final FieldReader fields;

    MappingReader(Folder folder, Codelists codelists, FieldReader fields) {
        this.folder = folder;
        this.codelists = codelists;
        this.fields = fields;
    }

    @Nullable
    Mapping read(Section source) {
        List<PersonalField> personal = fields.readPersonal(source);
        Section mapping = source.section("mapping");
        if (mapping == null) {
            return null;
        }
        Identification identification = identification(mapping);
        Mapping.Times times = times(mapping);
        Mapping.Numbers numbers = new Mapping.Numbers(number(mapping, "quantity"), number(mapping, "amount"));
        Section type = mapping.section("type");
        Map<String, String> types = type == null ? Map.of() : types(type, identification);
        Set<String> known = new TreeSet<>(types.values());
        List<DimensionField> dimensions =
                new DimensionReader(fields, codelists, folder, known).read(mapping.optionalSection("dimensions"));
        Map<String, List<String>> requires =
                new RequiresReader(known, dimensions, numbers).read(mapping.optionalSection("requires"));
        mapping.done();
        FieldPath typeField = type == null ? null : fields.mapped(type, "field", FieldUse.TEXT);
        if (type != null) {
            type.done();
        }
        if (identification == null || typeField == null || times == null) {
            return null;
        }
        return new Mapping(
                identification, new TypeField(typeField, types, requires), times, numbers, dimensions, personal);
    }

    private @Nullable Identification identification(Section mapping) {
        FieldPath eventId = fields.mapped(mapping, "event-id", FieldUse.TEXT);
        FieldPath retracts = mapping.has("retracts") ? fields.mapped(mapping, "retracts", FieldUse.TEXT) : null;
        Section own = mapping.optionalSection("source-field");
        Mapping.SourceField sourceField = null;
        if (own != null) {
            FieldPath field = fields.mapped(own, "field", FieldUse.TEXT);
            String value = own.text("value");
            own.done();
            sourceField = field == null || value == null ? null : new Mapping.SourceField(field, value);
        }
        if (eventId != null && eventId.equals(retracts)) {
            mapping.complain("retracts", "is the field of the event's own id; it must name another event's");
        }
        return eventId == null ? null : new Identification(eventId, sourceField, retracts);
    }

    private static Map<String, String> types(Section type, @Nullable Identification identification) {
        Section values = type.section("values");
        if (values == null) {
            return Map.of();
        }
        Map<String, String> types = values.allTexts();
        types.forEach((value, canonical) -> {
            if (!TYPE.matcher(canonical).matches()) {
                values.complain(value, "a type is lower-case words joined by '.', e.g. birth.registered");
            }
        });
        boolean retracts = identification != null && identification.retracts() != null;
        if (types.containsValue(Mapping.RETRACTION) != retracts) {
            values.complain("", "the type " + Mapping.RETRACTION + " and the key mapping.retracts need each other");
        }
        return types;
    }

    private Mapping.@Nullable Times times(Section mapping) {
        Section when = mapping.section("occurred");
        Section known = mapping.optionalSection("recorded");
        Mapping.TimeField occurred = when == null ? null : fields.time(when);
        Mapping.TimeField recorded = known == null ? null : fields.time(known);
        return occurred == null ? null : new Mapping.Times(occurred, recorded);
    }

    private @Nullable FieldPath number(Section mapping, String key) {
        return mapping.has(key) ? fields.mapped(mapping, key, FieldUse.NUMBER) : null;
    }
}
