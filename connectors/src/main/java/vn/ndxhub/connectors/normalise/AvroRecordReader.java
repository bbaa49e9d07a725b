package vn.ndxhub.connectors.normalise;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.FieldPath;

/** Reads the wanted fields of an Avro record into slots, by position. */
final class AvroRecordReader {

    private final int[][] positions;

    AvroRecordReader(Schema record, List<FieldPath> fields) {
        positions = fields.stream().map(field -> positions(record, field)).toArray(int[][]::new);
    }

    void read(GenericRecord record, Slots into) {
        for (int slot = 0; slot < positions.length; slot++) {
            put(value(record, positions[slot]), slot, into);
        }
    }

    private static @Nullable Object value(GenericRecord record, int[] path) {
        Object at = record.get(path[0]);
        for (int i = 1; i < path.length && at != null; i++) {
            at = ((GenericRecord) at).get(path[i]);
        }
        return at;
    }

    private static void put(@Nullable Object value, int slot, Slots into) {
        switch (value) {
            case null -> {}
            case CharSequence text -> into.text(slot, text.toString());
            case Long number -> into.number(slot, number);
            case Integer number -> into.number(slot, number);
            case GenericEnumSymbol<?> symbol -> into.text(slot, symbol.toString());
            default -> into.other(slot);
        }
    }

    private static int[] positions(Schema record, FieldPath field) {
        int[] positions = new int[field.steps().size()];
        Schema at = record;
        for (int i = 0; i < positions.length; i++) {
            Schema.Field found = withoutNull(at).getField(field.steps().get(i));
            positions[i] = found.pos();
            at = found.schema();
        }
        return positions;
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(each -> each.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }
}
