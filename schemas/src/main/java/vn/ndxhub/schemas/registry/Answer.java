package vn.ndxhub.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the registry answered: status and JSON body, read with suspicion.
 *
 * @param oversize whether it was a good answer that is larger than any schema may be; its body is missing then
 */
record Answer(int status, JsonNode body, boolean oversize) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> UNKNOWN = Set.of(40401, 40402, 40403);

    static Answer of(int status, byte[] bytes) {
        try {
            return new Answer(status, bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes), false);
        } catch (JacksonException e) {
            return new Answer(status, MissingNode.getInstance(), false);
        }
    }

    static Answer tooLarge(int status) {
        return new Answer(status, MissingNode.getInstance(), true);
    }

    /** The same about a schema that a stranger's record names: what the registry says of it, however useless, is no outage. */
    JsonNode ofSchemaOrThrow(String about) {
        if (oversize) {
            throw new UnusableSchemaException("The schema registry's answer about " + about + " has more than "
                    + RegistryHttp.MOST_BYTES + " bytes: no schema of a feed may be so large");
        }
        if (status != 404 && isRefusal() && code() != 0) {
            throw new UnusableSchemaException(
                    "The schema registry refuses " + about + ": status " + status + ", code " + code());
        }
        return orThrow(about);
    }

    // Who may not ask, is redirected, or talks to something else has a wrong setting, and knows nothing of the schema.
    private boolean isRefusal() {
        return status >= 400 && status < 500 && status != 401 && status != 403 && status != 407;
    }

    /** The body of a good answer; a denial and every other answer are thrown. {@code about} names what was asked for. */
    JsonNode orThrow(String about) {
        if (status == 200 && (body.isObject() || body.isArray())) {
            return body;
        }
        if (deniesExistence()) {
            throw new UnknownSchemaException("The schema registry has no " + about + " (code " + code() + ")");
        }
        throw new RegistryUnavailableException("The schema registry gave no usable answer about " + about + ": status "
                + status + (code() == 0 ? "" : ", code " + code()) + hint());
    }

    /** Only the registry's own codes count: a 404 without one comes from something else at that address. */
    boolean deniesExistence() {
        return status == 404 && UNKNOWN.contains(code());
    }

    int code() {
        return body.path("error_code").asInt(0);
    }

    String message() {
        return body.path("message").asString("no reason given");
    }

    static int requiredInt(JsonNode body, String field, String about) {
        JsonNode value = body.path(field);
        if (!value.isInt()) {
            throw unusable(field, about);
        }
        return value.intValue();
    }

    static String requiredText(JsonNode body, String field, String about) {
        JsonNode value = body.path(field);
        if (!value.isString()) {
            throw unusable(field, about);
        }
        return value.stringValue();
    }

    static List<SchemaReference> references(JsonNode body, String about) {
        List<SchemaReference> references = new ArrayList<>();
        for (JsonNode one : body.path("references")) {
            references.add(new SchemaReference(
                    requiredText(one, "name", about),
                    requiredText(one, "subject", about),
                    requiredInt(one, "version", about)));
        }
        return references;
    }

    private static RegistryUnavailableException unusable(String field, String about) {
        return new RegistryUnavailableException(
                "The schema registry's answer about " + about + " has no usable \"" + field + "\"");
    }

    private String hint() {
        return switch (status) {
            case 200 ->
                oversize
                        ? ", more than " + RegistryHttp.MOST_BYTES + " bytes"
                        : ", no JSON: does schema.registry.url point to the registry's API?";
            case 301, 302, 303, 307, 308 ->
                ", a redirect, which is not followed: set schema.registry.url to its target";
            case 401, 403 -> ": check basic.auth.user.info and what that user may read";
            case 404 -> " without the registry's code: does schema.registry.url point to the registry's API?";
            default -> "";
        };
    }
}
