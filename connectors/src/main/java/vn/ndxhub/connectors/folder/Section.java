package vn.ndxhub.connectors.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One mapping of a YAML file that remembers its place: every complaint names file and key, and a key that nobody asked
 * for is a complaint too. What cannot be read is complained about and read as null or empty, so that reading goes on.
 */
public final class Section {

    private final Findings findings;
    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    private Section(Findings findings, String file, String path, JsonNode node) {
        this.findings = findings;
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The top of a file that must be there; null, with a complaint, where it is not or is not YAML of keys and values. */
    public static @Nullable Section of(Folder folder, String file, Findings findings) {
        int before = findings.count();
        byte[] yaml = folder.read(file, findings);
        String place = folder.place() + "/" + file;
        if (yaml == null && findings.count() == before) {
            findings.add(place, "", "is missing");
        }
        return yaml == null ? null : read(findings, place, yaml);
    }

    /** The top of a file; null, with a complaint, where the file is not YAML of keys and values. */
    public static @Nullable Section read(Findings findings, String file, byte[] yaml) {
        JsonNode node = new YamlText(findings, file).read(yaml);
        return node == null ? null : new Section(findings, file, "", node);
    }

    public boolean has(String key) {
        return value(key) != null;
    }

    @Nullable
    public String text(String key) {
        JsonNode value = required(key);
        return value == null ? null : scalar(key, value);
    }

    @Nullable
    public String optionalText(String key) {
        JsonNode value = value(key);
        return value == null ? null : scalar(key, value);
    }

    /** A required text in the form that the reader accepts; the reader's refusal becomes the complaint. */
    public <T> @Nullable T as(String key, Function<String, T> reader) {
        String text = text(key);
        return text == null ? null : convert(key, text, reader);
    }

    public <T> @Nullable T optionalAs(String key, Function<String, T> reader) {
        String text = optionalText(key);
        return text == null ? null : convert(key, text, reader);
    }

    public <T> @Nullable T choice(String key, Map<String, T> choices) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        T chosen = choices.get(text);
        if (chosen == null) {
            complain(key, "unknown word '" + text + "'; one of " + String.join(", ", choices.keySet()));
        }
        return chosen;
    }

    @Nullable
    public Section section(String key) {
        JsonNode value = required(key);
        return value == null ? null : child(key, value);
    }

    @Nullable
    public Section optionalSection(String key) {
        JsonNode value = value(key);
        return value == null ? null : child(key, value);
    }

    /** The sections below this one, by key. */
    public Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (String key : node.propertyNames()) {
            Section section = section(key);
            if (section != null) {
                sections.put(key, section);
            }
        }
        return sections;
    }

    /** The list under a key, empty where there is none. */
    public List<Section> list(String key) {
        JsonNode value = value(key);
        List<Section> list = new ArrayList<>();
        if (value != null && !value.isArray()) {
            complain(key, "must be a list");
        } else if (value != null) {
            for (int i = 0; i < value.size(); i++) {
                Section section = child(key + "[" + i + "]", value.get(i));
                if (section != null) {
                    list.add(section);
                }
            }
        }
        return list;
    }

    /** One text or a list of them; empty where there is none. */
    public List<String> texts(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value.values() : List.of(value)) {
            String text = scalar(key, each);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Every key of this section with its text. */
    public Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : node.propertyNames()) {
            String text = text(key);
            if (text != null) {
                texts.put(key, text);
            }
        }
        return texts;
    }

    public Collection<String> keys() {
        return node.propertyNames();
    }

    public boolean isText(String key) {
        JsonNode value = value(key);
        return value != null && value.isValueNode();
    }

    public void complain(String key, String what) {
        findings.add(file, within(key), what);
    }

    /** Call when all keys have been asked for: the others are complained about. */
    public void done() {
        for (String key : node.propertyNames()) {
            if (!asked.contains(key)) {
                complain(
                        key,
                        "is not a known key here; one of "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    private @Nullable JsonNode value(String key) {
        asked.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private @Nullable JsonNode required(String key) {
        JsonNode value = value(key);
        if (value == null) {
            complain(key, "is missing");
        }
        return value;
    }

    private @Nullable String scalar(String key, JsonNode value) {
        if (!value.isValueNode()) {
            complain(key, "must be a single value");
            return null;
        }
        return value.asString();
    }

    private @Nullable Section child(String key, JsonNode value) {
        if (!value.isObject()) {
            complain(key, "must hold keys and values");
            return null;
        }
        return new Section(findings, file, within(key), value);
    }

    private <T> @Nullable T convert(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            complain(key, "'" + text + "' cannot be used: " + e.getMessage());
            return null;
        }
    }

    private String within(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
