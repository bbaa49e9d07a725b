package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.natives.FieldUse;
import vn.ndxhub.connectors.natives.NativeFields;
import vn.ndxhub.connectors.natives.TimeReading;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.connectors.source.Mapping.PersonalField;
import vn.ndxhub.connectors.source.Mapping.PersonalField.Action;
import vn.ndxhub.connectors.source.TimeForm;

/** Reads names of native fields: each must be in the native schema, and a personal one may not be mapped as it is. */
final class FieldReader {

    private final @Nullable NativeFields fields;
    private final Map<FieldPath, Action> personal = new LinkedHashMap<>();
    private final Set<FieldPath> seen = new LinkedHashSet<>();

    FieldReader(@Nullable NativeFields fields) {
        this.fields = fields;
    }

    List<PersonalField> readPersonal(Section source) {
        Map<String, Action> actions = new TreeMap<>(Map.of("drop", Action.DROP, "keyed-hash", Action.KEYED_HASH));
        List<PersonalField> read = new ArrayList<>();
        for (Section section : source.list("personal")) {
            FieldPath field = even(section, "field", FieldUse.PRESENCE);
            Action action = section.choice("action", actions);
            section.done();
            if (field != null && action != null) {
                personal.put(field, action);
                read.add(new PersonalField(field, action));
            }
        }
        return read;
    }

    /** A field whose value goes on into the event. */
    @Nullable
    FieldPath mapped(Section section, String key, FieldUse use) {
        FieldPath field = even(section, key, use);
        refusePersonal(field, section, key);
        return field;
    }

    /** Where and how an item says when; the keys are field and as. */
    Mapping.@Nullable TimeField time(Section section) {
        Map<String, TimeForm> forms = new LinkedHashMap<>();
        for (TimeForm form : TimeForm.values()) {
            forms.put(form.key(), form);
        }
        FieldPath field = even(section, "field", FieldUse.PRESENCE);
        refusePersonal(field, section, "field");
        TimeForm form = section.choice("as", forms);
        section.done();
        if (field == null || form == null || fields == null || !fields.has(field)) {
            return null;
        }
        TimeReading reading = fields.time(field, form);
        if (!reading.isPossible()) {
            section.complain("as", "'" + field + "' " + reading.problem());
            return null;
        }
        return new Mapping.TimeField(field, form, reading.unit());
    }

    private void refusePersonal(@Nullable FieldPath field, Section section, String key) {
        if (field != null && personal.containsKey(field)) {
            section.complain(key, "'" + field + "' is listed under 'personal' and must not leave the connector");
        }
    }

    /** A field that may be a personal one too. */
    @Nullable
    FieldPath even(Section section, String key, FieldUse use) {
        FieldPath field = section.as(key, FieldPath::parse);
        if (field != null && fields != null && !fields.has(field)) {
            section.complain(key, "the native schema has no field '" + field + "'");
        } else if (field != null
                && fields != null
                && !fields.problem(field, use).isEmpty()) {
            section.complain(key, "'" + field + "' " + fields.problem(field, use));
        }
        if (field != null) {
            for (FieldPath other : seen) {
                if (other.isAround(field) || field.isAround(other)) {
                    section.complain(key, "'" + field + "' and '" + other + "' cannot both hold one value");
                }
            }
            seen.add(field);
        }
        return field;
    }

    @Nullable
    Action personal(FieldPath field) {
        return personal.get(field);
    }
}
