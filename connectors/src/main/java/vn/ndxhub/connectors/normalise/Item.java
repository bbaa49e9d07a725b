package vn.ndxhub.connectors.normalise;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Origin;

/** Which item of which record is at hand, and where its bytes stand in the value. */
record Item(
        FeedRecord record,
        byte[] value,
        int from,
        int to,
        int index,
        @Nullable Integer schemaId) {

    /** The only item of its record. */
    static Item single(FeedRecord record, byte[] value, @Nullable Integer schemaId) {
        return new Item(record, value, 0, value.length, 0, schemaId);
    }

    /** A batch that cannot be told apart. */
    static Item wholeBatch(FeedRecord record, byte[] value) {
        return new Item(record, value, 0, value.length, Origin.WHOLE, null);
    }

    Refused refused(ReasonCode reason, @Nullable String field) {
        return refused(reason, field, Refused.Known.NOTHING);
    }

    Refused refused(ReasonCode reason, @Nullable String field, Refused.Known known) {
        return new Refused(reason, reason.english(), field, index, known, original());
    }

    private byte[] original() {
        return from == 0 && to == value.length ? value : Arrays.copyOfRange(value, from, to);
    }
}
