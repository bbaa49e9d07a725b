package vn.ndxhub.connectors.scenario;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/** A registry in memory: knows the source's own schema and a foreign one, and cannot always be asked. */
public final class FakeRegistry implements SchemaRegistry {

    public static final int OWN = 1;
    static final int FOREIGN = 2;
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
            case AWAY -> throw new RegistryUnavailableException("The registry is away");
            default -> throw new UnknownSchemaException("The registry has no schema " + id);
        };
    }

    @Override
    public int idOf(String subject, Schema schema) {
        throw new UnknownSchemaException("Nothing is registered here");
    }
}
