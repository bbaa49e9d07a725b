package vn.ndxhub.schemas.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry behind Confluent's REST API. For all threads; what exists is asked for once, what is denied or unusable at most once a second. Whoever
 * knows the id of a schema can read what bears it while the registry is away.
 */
public final class HttpSchemaRegistry implements SchemaRegistry, AutoCloseable {

    /** By text: two schemas that Avro calls equal may differ in their docs, and then have ids of their own. */
    private record Registration(String subject, String text) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryHttp http;
    private final Duration longest;
    private final LongSupplier nanoTime;
    private final Remembered<Integer, Schema> schemas;
    private final Remembered<Registration, Integer> ids;

    public HttpSchemaRegistry(RegistryConfig config) {
        this(config, System::nanoTime);
    }

    HttpSchemaRegistry(RegistryConfig config, LongSupplier nanoTime) {
        this.http = new RegistryHttp(config, nanoTime);
        this.longest = config.times().total();
        this.nanoTime = nanoTime;
        this.schemas = new Remembered<>(config.cacheSize(), config.times().missing(), nanoTime);
        this.ids = new Remembered<>(config.cacheSize(), config.times().missing(), nanoTime);
    }

    @Override
    public Schema schemaById(int id) {
        if (id <= 0) {
            throw new UnusableSchemaException("No registry gives the schema id " + id + ": ids begin at 1");
        }
        return schemas.get(id, this::fetch);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.get(new Registration(subject, schema.toString()), wanted -> {
            String about = "such schema " + schema.getFullName() + " under subject " + subject;
            JsonNode body = http.call("POST", subjectPath(subject), body(schema, List.of()))
                    .orThrow(about);
            int id = Answer.requiredInt(body, "id", about);
            schemas.put(id, schema);
            return id;
        });
    }

    /**
     * Registers the schema as the subject's newest version and returns its id; the same schema again gives the same id.
     * Types named by {@code references} are left out of the text and read from there.
     *
     * @throws RegistrationRefusedException the registry's compatibility rule or syntax check says no
     */
    public int register(String subject, Schema schema, SchemaReference... references) {
        Answer answer = http.call("POST", subjectPath(subject) + "/versions", body(schema, List.of(references)));
        if (answer.status() == 409 || answer.status() == 422) {
            throw new RegistrationRefusedException(
                    subject, "The schema registry refused subject " + subject + ": " + answer.message());
        }
        String about = "subject " + subject;
        int id = Answer.requiredInt(answer.orThrow(about), "id", about);
        ids.put(new Registration(subject, schema.toString()), id);
        return id;
    }

    /** The subject's newest version. Asks every time: the newest changes. */
    public RegisteredSchema latest(String subject) {
        return version(subject, "latest");
    }

    public RegisteredSchema version(String subject, int version) {
        return version(subject, String.valueOf(version));
    }

    /** The subject's version numbers, oldest first. */
    public List<Integer> versions(String subject) {
        List<Integer> versions = new ArrayList<>();
        http.get(subjectPath(subject) + "/versions")
                .orThrow("subject " + subject)
                .forEach(v -> versions.add(v.asInt()));
        return versions;
    }

    /** Asks whether the schema could follow what is registered; a subject that does not exist yet takes anything. */
    public Compatibility compatibility(String subject, Schema schema) {
        String path = "/compatibility" + subjectPath(subject) + "/versions?verbose=true";
        Answer answer = http.call("POST", path, body(schema, List.of()));
        if (answer.deniesExistence()) {
            return new Compatibility(true, List.of());
        }
        JsonNode body = answer.orThrow("compatibility of subject " + subject);
        List<String> messages = new ArrayList<>();
        body.path("messages").forEach(message -> messages.add(message.asString()));
        return new Compatibility(body.path("is_compatible").asBoolean(false), messages);
    }

    /** Sets the rule for every subject that has none of its own. */
    public void setCompatibility(CompatibilityLevel level) {
        putConfig("/config", level);
    }

    public void setCompatibility(String subject, CompatibilityLevel level) {
        putConfig("/config/" + segment(subject), level);
    }

    /** Ends the connections; calls under way fail. */
    @Override
    public void close() {
        http.close();
    }

    private void putConfig(String path, CompatibilityLevel level) {
        http.call("PUT", path, JSON.writeValueAsBytes(Map.of("compatibility", level.name())))
                .orThrow("configuration " + path);
    }

    private RegisteredSchema version(String subject, String version) {
        String about = "version " + version + " of subject " + subject;
        JsonNode body = fetchVersion(subject, version);
        return new RegisteredSchema(
                subject,
                Answer.requiredInt(body, "version", about),
                Answer.requiredInt(body, "id", about),
                assembly().assemble(body, about),
                Answer.references(body, about));
    }

    private Schema fetch(int id) {
        String about = "schema id " + id;
        return assembly().assemble(http.get("/schemas/ids/" + id).ofSchemaOrThrow(about), about);
    }

    private SchemaAssembly assembly() {
        return new SchemaAssembly(
                reference -> fetchVersion(reference.subject(), String.valueOf(reference.version())), longest, nanoTime);
    }

    private JsonNode fetchVersion(String subject, String version) {
        return http.get(subjectPath(subject) + "/versions/" + version)
                .ofSchemaOrThrow("version " + version + " of subject " + subject);
    }

    private static byte[] body(Schema schema, List<SchemaReference> references) {
        return references.isEmpty()
                ? JSON.writeValueAsBytes(Map.of("schema", schema.toString()))
                : JSON.writeValueAsBytes(
                        Map.of("schema", ReferringText.of(schema, references), "references", references));
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + segment(subject);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
