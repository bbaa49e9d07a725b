package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.natives.FieldUse;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.Mapping.PersonalField.Action;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Indicator;

/** Reads mapping.dimensions; personal fields become codes only as presence or as keyed hash. */
final class DimensionReader {

    static final String CODE =
            "a code has letters, digits, '.', '_' and '-', at most 64, and is not '" + Indicator.UNALLOCATED + "'";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final FieldReader fields;
    private final Codelists codelists;
    private final Folder folder;
    private final Set<String> types;
    private final Map<String, DimensionField> read = new LinkedHashMap<>();

    DimensionReader(FieldReader fields, Codelists codelists, Folder folder, Set<String> types) {
        this.fields = fields;
        this.codelists = codelists;
        this.folder = folder;
        this.types = types;
    }

    List<DimensionField> read(@Nullable Section dimensions) {
        if (dimensions != null) {
            dimensions.sections().forEach(this::read);
        }
        return new ArrayList<>(read.values());
    }

    private void read(String name, Section section) {
        if (!NAME.matcher(name).matches()) {
            section.complain("", "a dimension's name has lower-case letters, digits and '-', at most 40");
        }
        FieldPath field = fields.even(section, "field", section.has("present") ? FieldUse.PRESENCE : FieldUse.TEXT);
        Set<String> only = new TreeSet<>(section.texts("for"));
        if (section.has("for") && only.isEmpty()) {
            section.complain("for", "names no type");
        }
        only.stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> section.complain("for", "'" + type + "' is not a type of mapping.type.values"));
        DimensionField.Rule rule = rule(section, field);
        String unallocated = rule == null || !section.has("unallocated") ? null : unallocated(name, rule, section);
        section.done();
        if (field != null && rule != null) {
            read.put(name, new DimensionField(name, field, rule, only, unallocated));
        }
    }

    private static @Nullable String unallocated(String name, DimensionField.Rule rule, Section section) {
        String text = section.text("unallocated");
        boolean taken = switch (rule) {
            case DimensionField.InCodelist in ->
                in.lists().stream().anyMatch(list -> list.codes().contains(text));
            case DimensionField.InCodelistBy in ->
                in.lists().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(list -> list.codes().contains(text));
            case DimensionField.ByValue values -> values.codes().containsKey(text);
            case DimensionField.ByPattern pattern ->
                pattern.pattern().matcher(String.valueOf(text)).matches();
            case DimensionField.ByPresence presence -> true;
            case DimensionField.Hashed hashed -> true;
        };
        if (taken || name.equals(Indicator.MEMBER)) {
            section.complain("unallocated", "must be a value that this dimension does not have otherwise");
        }
        return text;
    }

    private DimensionField.@Nullable Rule rule(Section section, @Nullable FieldPath field) {
        Action personal = field == null ? null : fields.personal(field);
        if (section.has("present")) {
            return presence(section);
        }
        if (personal == Action.KEYED_HASH) {
            return new DimensionField.Hashed();
        }
        if (personal == Action.DROP) {
            section.complain("field", "is personal and dropped; only 'present' and 'absent' may tell of it");
            return null;
        }
        if (section.has("codelist")) {
            return new DimensionField.InCodelist(lists(section, "codelist"));
        }
        if (section.has("codelist-by")) {
            return codelistBy(section);
        }
        if (section.has("values")) {
            return values(section);
        }
        if (section.has("pattern")) {
            Pattern pattern = section.as("pattern", Pattern::compile);
            return pattern == null ? null : new DimensionField.ByPattern(pattern);
        }
        section.complain("", "needs one of codelist, codelist-by, values, pattern, present");
        return null;
    }

    private DimensionField.@Nullable Rule presence(Section section) {
        String present = section.as("present", DimensionReader::code);
        String absent = section.as("absent", DimensionReader::code);
        return present == null || absent == null ? null : new DimensionField.ByPresence(present, absent);
    }

    private DimensionField.@Nullable Rule values(Section section) {
        Section values = section.section("values");
        if (values == null) {
            return null;
        }
        Map<String, String> codes = values.allTexts();
        codes.forEach((value, code) -> {
            if (!isCode(code)) {
                values.complain(value, CODE);
            }
        });
        if (codes.isEmpty()) {
            section.complain("values", "holds no values");
        }
        return new DimensionField.ByValue(Map.copyOf(codes));
    }

    private DimensionField.@Nullable Rule codelistBy(Section section) {
        String selector = section.text("codelist-by");
        Section lists = section.section("codelists");
        if (selector == null || lists == null) {
            return null;
        }
        Set<String> choices = choices(selector);
        if (choices.isEmpty()) {
            section.complain(
                    "codelist-by", "'" + selector + "' is neither 'type' nor an earlier dimension with values");
        }
        Map<String, List<Codelist>> byChoice = new HashMap<>();
        for (String choice : lists.keys()) {
            byChoice.put(choice, lists(lists, choice));
            if (!choices.isEmpty() && !choices.contains(choice)) {
                lists.complain(choice, "is not a code of '" + selector + "'");
            }
        }
        if (!selector.equals(DimensionField.BY_TYPE)) {
            choices.stream()
                    .filter(choice -> !byChoice.containsKey(choice))
                    .sorted()
                    .forEach(choice -> section.complain("codelists", "lacks the codelist of '" + choice + "'"));
        }
        return new DimensionField.InCodelistBy(selector, Map.copyOf(byChoice));
    }

    private List<Codelist> lists(Section section, String key) {
        if (section.texts(key).isEmpty()) {
            section.complain(key, "names no codelist");
        }
        return codelists.named(section, key, folder);
    }

    private Set<String> choices(String selector) {
        if (selector.equals(DimensionField.BY_TYPE)) {
            return types;
        }
        DimensionField earlier = read.get(selector);
        return earlier != null && earlier.rule() instanceof DimensionField.ByValue values
                ? Set.copyOf(values.codes().values())
                : Set.of();
    }

    private static String code(String text) {
        if (!isCode(text)) {
            throw new IllegalArgumentException(CODE);
        }
        return text;
    }

    /** Whether the text may be a code of a folder: the word for the rest without a code is not. */
    static boolean isCode(String text) {
        return Dimensions.isCode(text) && !text.equals(Indicator.UNALLOCATED);
    }
}
