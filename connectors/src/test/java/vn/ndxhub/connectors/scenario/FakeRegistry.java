package vn.ndxhub.connectors.scenario;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;
import vn.ndxhub.schemas.registry.UnusableSchemaException;

/** A registry in memory: knows the source's own schema and a foreign one, and cannot always be asked. */
public final class FakeRegistry implements SchemaRegistry {

    public static final int OWN = 1;
    static final int FOREIGN = 2;

    /** The source's schema before its last field was added. */
    static final int OLDER = 3;

    /** The source's schema with a field that the hub does not know yet. */
    static final int NEWER = 4;

    /** Registered, but no reader can do anything with it. */
    static final int UNUSABLE = 97;

    static final int AWAY = 98;

    private static final Schema STRANGER = SchemaBuilder.record("NguoiLa")
            .namespace("vn.gov.khac")
            .fields()
            .requiredString("ma")
            .endRecord();

    private final Schema own;

    public FakeRegistry(Source source) {
        own = source.format() instanceof NativeFormat.Avro avro ? avro.schema() : STRANGER;
    }

    @Override
    public Schema schemaById(int id) {
        return switch (id) {
            case OWN -> own;
            case FOREIGN -> STRANGER;
            case OLDER -> version(own, own.getFields().size() - 1, false);
            case NEWER -> version(own, own.getFields().size(), true);
            case UNUSABLE -> throw new UnusableSchemaException("The schema is not valid Avro");
            case AWAY -> throw new RegistryUnavailableException("The registry is away");
            default -> throw new UnknownSchemaException("The registry has no schema " + id);
        };
    }

    /** What a record under this id is written with; own for ids that stand for none. */
    static Schema writer(Source source, int id) {
        FakeRegistry registry = new FakeRegistry(source);
        return id == OLDER || id == NEWER ? registry.schemaById(id) : registry.own;
    }

    private static Schema version(Schema own, int fields, boolean extended) {
        List<Schema.Field> kept = new ArrayList<>();
        own.getFields().subList(0, fields).forEach(field -> kept.add(new Schema.Field(field, field.schema())));
        if (extended) {
            kept.add(1, new Schema.Field("phienBan", Schema.create(Schema.Type.STRING), "Added later", "2"));
        }
        return Schema.createRecord(own.getName(), own.getDoc(), own.getNamespace(), false, kept);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        throw new UnknownSchemaException("Nothing is registered here");
    }
}
