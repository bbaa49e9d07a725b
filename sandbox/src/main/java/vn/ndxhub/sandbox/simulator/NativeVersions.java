package vn.ndxhub.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** What may happen to a native schema in the course of years. */
public final class NativeVersions {

    /** A subject that is no source's. */
    public static final String FOREIGN_SUBJECT = "somewhere-else-value";

    /** What the number field of the next version holds where it is written. */
    static final int CHANNEL = 7;

    private NativeVersions() {}

    /** The subject of a source's native schema. */
    public static String subject(String source) {
        return "feed." + source + "-value";
    }

    /** The schema as it stands. */
    public static Schema current(String source) {
        return NativeAvro.schema(source);
    }

    /** Two more fields, one that may be absent and one with a default: fully compatible. */
    public static Schema next(String source) {
        Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        return with(
                current(source),
                new Schema.Field("kenhTiepNhan", text, "Channel through which it came.", JsonProperties.NULL_VALUE),
                new Schema.Field("soKenh", Schema.create(Schema.Type.INT), "Number of the channel.", 0));
    }

    /** One more field that must be there, with nothing to put where it is not: incompatible. */
    public static Schema incompatible(String source) {
        return with(
                current(source), new Schema.Field("batBuoc", Schema.create(Schema.Type.LONG), "Needed from now on."));
    }

    /** Another record altogether, named like a class that nobody should be talked into loading. */
    public static Schema foreign() {
        return Schema.createRecord(
                "ProcessBuilder",
                "A name that is also a class.",
                "java.lang",
                false,
                List.of(new Schema.Field("command", Schema.create(Schema.Type.STRING), "Anything.")));
    }

    private static Schema with(Schema schema, Schema.Field... more) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.addAll(List.of(more));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
