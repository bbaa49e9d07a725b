package vn.ndxhub.schemas.registry;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;

/** Puts one schema together from the registry's answer and the answers for all that it refers to, deepest first. */
final class SchemaAssembly {

    private static final int MOST_REFERENCES = 100;

    private final Schema.Parser parser = new Schema.Parser();
    private final Set<SchemaReference> seen = new HashSet<>();
    private final Function<SchemaReference, JsonNode> fetch;
    private final LongSupplier nanoTime;
    private final long deadline;

    /** @param longest all references together take no longer, or nothing is known */
    SchemaAssembly(Function<SchemaReference, JsonNode> fetch, Duration longest, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + longest.toNanos();
    }

    Schema assemble(JsonNode body, String about) {
        String type = body.path("schemaType").asString("AVRO");
        if (!"AVRO".equals(type)) {
            throw new UnusableSchemaException("The schema registry has a schema of another kind than Avro as " + about);
        }
        List<SchemaReference> references = Answer.references(body, about);
        for (SchemaReference reference : references) {
            if (seen.add(reference)) {
                if (seen.size() > MOST_REFERENCES) {
                    throw new UnusableSchemaException(about + " refers to more than " + MOST_REFERENCES + " schemas");
                }
                refuseToWaitLonger(about);
                assemble(fetch.apply(reference), reference.subject() + " version " + reference.version());
            }
        }
        String text = Answer.requiredText(body, "schema", about);
        try {
            return parser.parse(text);
        } catch (RuntimeException e) {
            // Avro's parser throws more than its own exceptions at what a stranger may register.
            throw new UnusableSchemaException("What the schema registry has as " + about + " is not valid Avro ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private void refuseToWaitLonger(String about) {
        if (deadline - nanoTime.getAsLong() <= 0) {
            throw new RegistryUnavailableException(
                    "The schema registry takes too long to give all that " + about + " refers to");
        }
    }
}
