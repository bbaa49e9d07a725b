package vn.ndxhub.connectors.folder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * One YAML file as keys, lists and texts, each text as it is written: {@code 1.10} is no number that loses its zero, {@code 01} no octal one,
 * {@code no} no truth value. Anchors, aliases and tags are refused: a few lines of them stand for gigabytes.
 */
final class YamlText {

    private static final int DEPTH = 24;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    private final Findings findings;
    private final String file;

    YamlText(Findings findings, String file) {
        this.findings = findings;
        this.file = file;
    }

    /** The file's keys and values; null, with a complaint, where it is none. */
    @Nullable
    JsonNode read(byte[] bytes) {
        String text = text(bytes);
        if (text == null) {
            return null;
        }
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                findings.add(file, "", "is not a list of keys and values");
                return null;
            }
            JsonNode root = value(parser, JsonToken.START_OBJECT, "");
            if (parser.nextToken() != null) {
                findings.add(file, "", "holds more than one document");
            }
            return root;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            findings.add(file, "", "is not readable as YAML, line " + line + ": " + e.getOriginalMessage());
            return null;
        }
    }

    private @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                findings.add(file, "", "begins with a byte order mark; save it as UTF-8 without one");
                return null;
            }
            return text;
        } catch (CharacterCodingException e) {
            findings.add(file, "", "is not UTF-8; save it as that");
            return null;
        }
    }

    private JsonNode value(JsonParser parser, JsonToken token, String path) {
        if (parser.getObjectId() != null || parser.getTypeId() != null || isAlias(parser)) {
            findings.add(file, path, "anchors, aliases and tags are not read; write the value out");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> list(parser, path);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.stringNode(parser.getString());
        };
    }

    private ObjectNode object(JsonParser parser, String path) {
        ObjectNode object = NODES.objectNode();
        String key;
        while ((key = parser.nextName()) != null) {
            String place = path.isEmpty() ? key : path + "." + key;
            JsonNode value = value(parser, parser.nextToken(), place);
            if (object.has(key)) {
                findings.add(file, place, "stands twice");
            }
            object.set(key, value);
        }
        return object;
    }

    private ArrayNode list(JsonParser parser, String path) {
        ArrayNode list = NODES.arrayNode();
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            list.add(value(parser, token, path + "[" + list.size() + "]"));
        }
        return list;
    }

    private static boolean isAlias(JsonParser parser) {
        return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }
}
