package vn.ndxhub.schemas.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;

/** Puts one schema together from the registry's answer and the answers for all that it refers to, deepest first. */
final class SchemaAssembly {

    private static final int MOST_REFERENCES = 100;

    private final Schema.Parser parser = new Schema.Parser();
    private final Set<SchemaReference> seen = new HashSet<>();
    private final Function<SchemaReference, JsonNode> fetch;

    SchemaAssembly(Function<SchemaReference, JsonNode> fetch) {
        this.fetch = fetch;
    }

    Schema assemble(JsonNode body, String about) {
        String type = body.path("schemaType").asString("AVRO");
        if (!"AVRO".equals(type)) {
            throw new RefusedSchemaException("The schema registry has a schema of another kind than Avro as " + about);
        }
        List<SchemaReference> references = Answer.references(body, about);
        for (SchemaReference reference : references) {
            if (seen.add(reference)) {
                if (seen.size() > MOST_REFERENCES) {
                    throw new RefusedSchemaException(about + " refers to more than " + MOST_REFERENCES + " schemas");
                }
                assemble(fetch.apply(reference), reference.subject() + " version " + reference.version());
            }
        }
        try {
            return parser.parse(Answer.requiredText(body, "schema", about));
        } catch (AvroRuntimeException e) {
            throw new RegistryUnavailableException(
                    "The schema registry's answer about " + about + " holds no readable Avro schema", e);
        }
    }
}
