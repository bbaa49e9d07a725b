package vn.ndxhub.connectors.normalise;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The keys of one JSON object that nobody reads, to notice one that stands twice. Jackson can do that too, with a set for
 * every object, for a third of the whole cost of an event; here few keys are compared and only many go into a set.
 */
final class Keys {

    private static final int FEW = 12;

    private final String[] few = new String[FEW];
    private int count;
    private @Nullable Set<String> many;

    /** @throws Twice if the object has had the key before */
    void add(String key) {
        if (many != null) {
            require(many.add(key));
            return;
        }
        for (int i = 0; i < count; i++) {
            require(!few[i].equals(key));
        }
        if (count < FEW) {
            few[count++] = key;
        } else {
            many = new HashSet<>(Set.of(few));
            many.add(key);
        }
    }

    /**
     * Goes over the value that the parser stands on, to its end.
     *
     * @throws Twice if an object in it has a key twice
     */
    static void skip(JsonParser parser, JsonToken value) {
        if (value == JsonToken.START_OBJECT) {
            Keys keys = new Keys();
            String name;
            while ((name = parser.nextName()) != null) {
                keys.add(name);
                skip(parser, parser.nextToken());
            }
        } else if (value == JsonToken.START_ARRAY) {
            JsonToken each;
            while ((each = parser.nextToken()) != JsonToken.END_ARRAY) {
                skip(parser, each);
            }
        }
    }

    static void require(boolean isNew) {
        if (!isNew) {
            throw Twice.INSTANCE;
        }
    }

    /** A key stands twice; says nothing else, so there is one of it, without a stack. */
    static final class Twice extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final Twice INSTANCE = new Twice();

        private Twice() {
            super("A key stands twice in an object", null, false, false);
        }
    }
}
