package vn.ndxhub.connectors.normalise;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import vn.ndxhub.connectors.source.FieldPath;

/** Reads the wanted fields of one JSON object into slots, whatever their order, and skips the others. */
final class JsonObjectReader {

    private static final int INSIDE = -1;

    private final PropertyNameMatcher names;
    private final int[] slots;
    private final @Nullable JsonObjectReader[] inside;
    private final int[][] slotsInside;

    private JsonObjectReader(JsonFactory json, Map<String, Branch> branches) {
        int size = branches.size();
        if (size > Long.SIZE) {
            throw new IllegalArgumentException("A mapping reads at most " + Long.SIZE + " fields of one object");
        }
        names = json.constructNameMatcher(
                branches.keySet().stream().map(Named::fromString).toList(), false);
        slots = new int[size];
        inside = new @Nullable JsonObjectReader[size];
        slotsInside = new int[size][];
        int i = 0;
        for (Branch branch : branches.values()) {
            slots[i] = branch.slot;
            inside[i] = branch.slot == INSIDE ? new JsonObjectReader(json, branch.below) : null;
            slotsInside[i] = branch.allSlots();
            i++;
        }
    }

    static JsonObjectReader compile(JsonFactory json, List<FieldPath> fields) {
        Branch root = new Branch();
        for (int slot = 0; slot < fields.size(); slot++) {
            Branch at = root;
            for (String step : fields.get(slot).steps()) {
                at = at.below.computeIfAbsent(step, name -> new Branch());
            }
            at.slot = slot;
        }
        return new JsonObjectReader(json, root.below);
    }

    /**
     * The parser stands at the object's begin, and afterwards at its end.
     *
     * @throws Keys.Twice if an object has a key twice, wanted or not
     */
    void read(JsonParser parser, Slots into) {
        long seen = 0;
        Keys others = null;
        int match;
        while ((match = parser.nextNameMatch(names)) != PropertyNameMatcher.MATCH_END_OBJECT) {
            if (match < 0) {
                others = others == null ? new Keys() : others;
                others.add(parser.currentName());
                Keys.skip(parser, parser.nextToken());
                continue;
            }
            Keys.require((seen & 1L << match) == 0);
            seen |= 1L << match;
            JsonToken value = parser.nextToken();
            if (slots[match] == INSIDE) {
                readInside(match, value, parser, into);
            } else {
                readValue(slots[match], value, parser, into);
            }
        }
    }

    private void readInside(int match, JsonToken value, JsonParser parser, Slots into) {
        JsonObjectReader reader = inside[match];
        if (value == JsonToken.START_OBJECT && reader != null) {
            reader.read(parser, into);
        } else if (value != JsonToken.VALUE_NULL) {
            Keys.skip(parser, value);
            for (int slot : slotsInside[match]) {
                into.other(slot);
            }
        }
    }

    private static void readValue(int slot, JsonToken value, JsonParser parser, Slots into) {
        switch (value) {
            case VALUE_NULL -> {}
            case VALUE_STRING -> into.text(slot, parser.getString());
            case VALUE_NUMBER_INT -> {
                if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    WholeNumber.read(parser.getString(), slot, into);
                } else {
                    into.number(slot, parser.getLongValue());
                }
            }
            case VALUE_NUMBER_FLOAT -> WholeNumber.read(parser.getString(), slot, into);
            default -> {
                Keys.skip(parser, value);
                into.other(slot);
            }
        }
    }

    /** A field, or an object with wanted fields in it; used while compiling only. */
    private static final class Branch {

        private int slot = INSIDE;
        private final Map<String, Branch> below = new LinkedHashMap<>();

        int[] allSlots() {
            return below.values().stream()
                    .flatMapToInt(
                            each -> each.slot == INSIDE ? Arrays.stream(each.allSlots()) : IntStream.of(each.slot))
                    .toArray();
        }
    }
}
