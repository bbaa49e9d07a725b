package vn.ndxhub.connectors.normalise;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.FieldPath;

/** Reads the wanted fields of an Avro record into slots, by position. */
final class AvroRecordReader {

    private final int[][] positions;

    /** For a decimal, by how much its digits are shifted: a whole number is a multiple of this. */
    private final @Nullable BigInteger[] units;

    AvroRecordReader(Schema record, List<FieldPath> fields) {
        positions = fields.stream().map(field -> positions(record, field)).toArray(int[][]::new);
        units = fields.stream().map(field -> unit(record, field)).toArray(BigInteger[]::new);
    }

    void read(GenericRecord record, Slots into) {
        for (int slot = 0; slot < positions.length; slot++) {
            put(value(record, positions[slot]), units[slot], slot, into);
        }
    }

    private static @Nullable Object value(GenericRecord record, int[] path) {
        Object at = record.get(path[0]);
        for (int i = 1; i < path.length && at != null; i++) {
            at = ((GenericRecord) at).get(path[i]);
        }
        return at;
    }

    private static void put(@Nullable Object value, @Nullable BigInteger unit, int slot, Slots into) {
        switch (value) {
            case null -> {}
            case CharSequence text -> into.text(slot, text.toString());
            case Long number -> into.number(slot, number);
            case Integer number -> into.number(slot, number);
            case GenericEnumSymbol<?> symbol -> into.text(slot, symbol.toString());
            case ByteBuffer decimal
            when unit != null -> {
                byte[] digits = new byte[decimal.remaining()];
                decimal.duplicate().get(digits);
                decimal(digits, unit, slot, into);
            }
            case GenericFixed decimal when unit != null -> decimal(decimal.bytes(), unit, slot, into);
            default -> into.other(slot);
        }
    }

    private static void decimal(byte[] digits, BigInteger unit, int slot, Slots into) {
        if (digits.length == 0) {
            into.other(slot);
            return;
        }
        BigInteger[] parts = new BigInteger(digits).divideAndRemainder(unit);
        if (parts[1].signum() == 0) {
            into.number(slot, WholeNumber.nearest(parts[0]));
        } else {
            into.other(slot);
        }
    }

    private static @Nullable BigInteger unit(Schema record, FieldPath field) {
        Schema at = record;
        for (String step : field.steps()) {
            at = withoutNull(at).getField(step).schema();
        }
        return LogicalTypes.fromSchemaIgnoreInvalid(withoutNull(at)) instanceof LogicalTypes.Decimal decimal
                ? BigInteger.TEN.pow(decimal.getScale())
                : null;
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
