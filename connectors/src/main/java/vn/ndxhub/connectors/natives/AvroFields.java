package vn.ndxhub.connectors.natives;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.TimeForm;

/** The fields of an Avro record; what a number means is told by its logical type, which Avro itself does not look at. */
record AvroFields(Schema record) implements NativeFields {

    private static final String LOGICAL = "logicalType";
    private static final int LARGEST_SCALE = 18;
    private static final Map<String, ChronoUnit> INSTANTS = Map.of(
            "timestamp-millis", ChronoUnit.MILLIS,
            "timestamp-micros", ChronoUnit.MICROS,
            "timestamp-nanos", ChronoUnit.NANOS);
    private static final Map<String, ChronoUnit> LOCAL = Map.of(
            "local-timestamp-millis", ChronoUnit.MILLIS,
            "local-timestamp-micros", ChronoUnit.MICROS,
            "local-timestamp-nanos", ChronoUnit.NANOS);

    @Override
    public boolean has(FieldPath field) {
        return at(field) != null;
    }

    @Override
    public String problem(FieldPath field, FieldUse use) {
        Schema schema = at(field);
        if (schema == null) {
            return "is not there";
        }
        boolean possible = switch (use) {
            case PRESENCE -> true;
            case TEXT -> schema.getType() == Schema.Type.STRING || schema.getType() == Schema.Type.ENUM;
            case NUMBER -> isWhole(schema) || isDecimal(schema);
        };
        return possible ? "" : "holds " + words(schema) + ", where " + use + " is needed";
    }

    @Override
    public TimeReading time(FieldPath field, TimeForm form) {
        Schema schema = at(field);
        if (schema == null) {
            return TimeReading.refused("is not there");
        }
        String logical = schema.getProp(LOGICAL);
        Schema.Type type = schema.getType();
        ChronoUnit unit = form.unit();
        if (type == Schema.Type.STRING && logical == null && unit == null) {
            return TimeReading.TEXT;
        }
        if (type == Schema.Type.LONG && unit != null && (logical == null || unit == INSTANTS.get(logical))) {
            return TimeReading.number(unit);
        }
        if (type == Schema.Type.INT && logical == null && unit == ChronoUnit.SECONDS) {
            return TimeReading.number(unit);
        }
        ChronoUnit local = logical == null ? null : LOCAL.get(logical);
        if (type == Schema.Type.LONG && form == TimeForm.LOCAL_VIETNAM && local != null) {
            return TimeReading.number(local);
        }
        return TimeReading.refused("holds " + words(schema) + ", which " + rightForm(schema));
    }

    private static String rightForm(Schema schema) {
        String logical = schema.getProp(LOGICAL);
        Schema.Type type = schema.getType();
        if (logical == null && type == Schema.Type.STRING) {
            return "is read as iso-offset or local-vietnam";
        }
        if (logical == null && type == Schema.Type.LONG) {
            return "is read as epoch-seconds, epoch-millis, epoch-micros or epoch-nanos";
        }
        if (logical == null && type == Schema.Type.INT) {
            return "is read as epoch-seconds";
        }
        if (type == Schema.Type.LONG && logical != null && INSTANTS.containsKey(logical)) {
            return "is read as epoch-" + logical.substring(logical.lastIndexOf('-') + 1);
        }
        if (type == Schema.Type.LONG && logical != null && LOCAL.containsKey(logical)) {
            return "is read as local-vietnam";
        }
        return "is no instant; map a field that has day and time";
    }

    private static boolean isWhole(Schema schema) {
        return (schema.getType() == Schema.Type.INT || schema.getType() == Schema.Type.LONG)
                && schema.getProp(LOGICAL) == null;
    }

    private static boolean isDecimal(Schema schema) {
        return LogicalTypes.fromSchemaIgnoreInvalid(schema) instanceof LogicalTypes.Decimal decimal
                && decimal.getScale() <= LARGEST_SCALE;
    }

    private static String words(Schema schema) {
        String logical = schema.getProp(LOGICAL);
        String type = schema.getType().name().toLowerCase(Locale.ROOT);
        return "Avro " + (logical == null ? type : type + " of " + logical);
    }

    private @Nullable Schema at(FieldPath field) {
        Schema at = record;
        for (String step : field.steps()) {
            Schema inside = withoutNull(at);
            Schema.Field found = inside.getType() == Schema.Type.RECORD ? inside.getField(step) : null;
            if (found == null) {
                return null;
            }
            at = found.schema();
        }
        return withoutNull(at);
    }

    /** The one branch beside null of an optional field; any other union stays as it is, and has no fields. */
    private static Schema withoutNull(Schema schema) {
        if (!schema.isUnion() || schema.getTypes().size() != 2 || !schema.isNullable()) {
            return schema;
        }
        Schema first = schema.getTypes().get(0);
        return first.getType() == Schema.Type.NULL ? schema.getTypes().get(1) : first;
    }
}
