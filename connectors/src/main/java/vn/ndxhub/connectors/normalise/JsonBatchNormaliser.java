package vn.ndxhub.connectors.normalise;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import vn.ndxhub.core.log.DefinitionHashes;

/** Feeds with a list of JSON objects a record: pushed batches and pulled pages. */
final class JsonBatchNormaliser implements Normaliser {

    private final WholeRecord whole;
    private final StrictJson json;
    private final String[] steps;
    private final int mostItems;
    private final JsonObjectReader reader;
    private final ItemMapper mapper;
    private final ThreadLocal<Desk> desks;

    JsonBatchNormaliser(
            WholeRecord whole, StrictJson json, JsonPointer items, int mostItems, ItemMapper mapper, SlotPlan plan) {
        this.whole = whole;
        this.json = json;
        this.steps = steps(items);
        this.mostItems = mostItems;
        this.reader = JsonObjectReader.compile(json.factory(), plan.fields());
        this.mapper = mapper;
        this.desks = ThreadLocal.withInitial(() -> Desk.of(plan, mapper));
    }

    @Override
    public DefinitionHashes definitions() {
        return mapper.definitions();
    }

    @Override
    public void normalise(FeedRecord record, ItemSink sink) {
        byte[] value = whole.value(record);
        HeldItems held = new HeldItems();
        ReasonCode problem = whole.problem(value);
        if (problem == null) {
            problem = read(record, value, held);
        }
        if (problem == null) {
            held.release(sink);
        } else {
            String field = problem == ReasonCode.MISSING_FIELD ? String.join(".", steps) : null;
            sink.refused(Item.wholeBatch(record, value).refused(problem, field));
        }
    }

    private @Nullable ReasonCode read(FeedRecord record, byte[] value, HeldItems held) {
        if (!json.isUtf8(value)) {
            return ReasonCode.UNREADABLE;
        }
        boolean ended = false;
        try (JsonParser parser = json.parse(value)) {
            try {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return ReasonCode.UNREADABLE;
                }
                ReasonCode problem = readObject(parser, 0, record, value, held);
                if (problem != null) {
                    return problem;
                }
                ended = true;
                return parser.nextToken() == null ? null : ReasonCode.TRAILING_BYTES;
            } catch (Keys.Twice e) {
                return ReasonCode.DUPLICATE_KEY;
            } catch (JacksonException e) {
                return ended ? ReasonCode.TRAILING_BYTES : json.reason(e, parser);
            }
        }
    }

    /** Goes down to the list, reads it, and goes on to the object's end. */
    private @Nullable ReasonCode readObject(
            JsonParser parser, int depth, FeedRecord record, byte[] value, HeldItems held) {
        ReasonCode problem = ReasonCode.MISSING_FIELD;
        Keys keys = new Keys();
        String name;
        while ((name = parser.nextName()) != null) {
            keys.add(name);
            JsonToken token = parser.nextToken();
            if (!name.equals(steps[depth])) {
                Keys.skip(parser, token);
            } else if (depth < steps.length - 1) {
                problem = token == JsonToken.START_OBJECT
                        ? readObject(parser, depth + 1, record, value, held)
                        : skip(parser, token);
            } else {
                problem = token == JsonToken.START_ARRAY ? readItems(parser, record, value, held) : skip(parser, token);
            }
            if (problem != null && problem != ReasonCode.MISSING_FIELD) {
                return problem;
            }
        }
        return problem;
    }

    private static ReasonCode skip(JsonParser parser, JsonToken value) {
        Keys.skip(parser, value);
        return ReasonCode.MISSING_FIELD;
    }

    private @Nullable ReasonCode readItems(JsonParser parser, FeedRecord record, byte[] value, HeldItems held) {
        Desk desk = desks.get();
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            if (held.size() == mostItems) {
                return ReasonCode.BATCH_TOO_LARGE;
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            boolean object = token == JsonToken.START_OBJECT;
            if (object) {
                desk.slots().clear();
                reader.read(parser, desk.slots());
            } else {
                Keys.skip(parser, token);
            }
            int to = (int) parser.currentLocation().getByteOffset();
            Item item = new Item(record, value, from, to, held.size(), null);
            if (object) {
                mapper.map(item, desk.slots(), desk.draft(), desk.hash(), held);
            } else {
                held.refused(item.refused(ReasonCode.MALFORMED_FIELD, steps[steps.length - 1]));
            }
        }
        return null;
    }

    private static String[] steps(JsonPointer pointer) {
        return Stream.iterate(pointer, step -> !step.matches(), JsonPointer::tail)
                .map(JsonPointer::getMatchingProperty)
                .toArray(String[]::new);
    }
}
