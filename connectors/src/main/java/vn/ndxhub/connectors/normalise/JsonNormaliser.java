package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.ndxhub.core.log.DefinitionHashes;

/** Feeds with one JSON object a record. */
final class JsonNormaliser implements Normaliser {

    private final WholeRecord whole;
    private final StrictJson json;
    private final JsonObjectReader reader;
    private final ItemMapper mapper;
    private final ThreadLocal<Desk> desks;
    private final ThreadLocal<JsonRecords> records;

    JsonNormaliser(WholeRecord whole, StrictJson json, ItemMapper mapper, SlotPlan plan) {
        this.whole = whole;
        this.json = json;
        this.reader = JsonObjectReader.compile(json.factory(), plan.fields());
        this.mapper = mapper;
        this.desks = ThreadLocal.withInitial(() -> Desk.of(plan, mapper));
        this.records = ThreadLocal.withInitial(() -> new JsonRecords(json));
    }

    @Override
    public DefinitionHashes definitions() {
        return mapper.definitions();
    }

    @Override
    public void normalise(FeedRecord record, ItemSink sink) {
        byte[] value = whole.value(record);
        Item item = Item.single(record, value, null);
        Desk desk = desks.get();
        ReasonCode problem = whole.problem(value);
        if (problem == null) {
            problem = read(value, desk.slots(), records.get());
        }
        if (problem == null) {
            mapper.map(item, desk.slots(), desk.draft(), desk.hash(), sink);
        } else {
            sink.refused(item.refused(problem, null));
        }
    }

    private @Nullable ReasonCode read(byte[] value, Slots slots, JsonRecords all) {
        if (!json.isUtf8(value)) {
            return ReasonCode.UNREADABLE;
        }
        JsonParser parser = all.open(value);
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return ReasonCode.UNREADABLE;
            }
            slots.clear();
            reader.read(parser, slots);
            return all.isAtEnd() ? null : ReasonCode.TRAILING_BYTES;
        } catch (Keys.Twice e) {
            return ReasonCode.DUPLICATE_KEY;
        } catch (JacksonException e) {
            return json.reason(e, parser);
        }
    }
}
