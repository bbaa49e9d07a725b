package vn.ndxhub.reporting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A place in a YAML file of the report, which can say where it is when something is wrong there. */
record YamlPlace(String file, String key, JsonNode node) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Empty if there is no such file. */
    static Optional<YamlPlace> resource(String file) {
        try (@Nullable InputStream in = YamlPlace.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new YamlPlace(file, "", YAML.readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new BadDefinition(file + " is not readable as YAML: " + e.getOriginalMessage(), e);
        }
    }

    YamlPlace at(String child) {
        return new YamlPlace(file, key.isEmpty() ? child : key + "." + child, node.path(child));
    }

    boolean has(String child) {
        return node.has(child);
    }

    List<YamlPlace> elements() {
        List<YamlPlace> places = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            places.add(new YamlPlace(file, key + "[" + i + "]", node.path(i)));
        }
        return places;
    }

    Set<String> keys() {
        return new TreeSet<>(node.propertyNames());
    }

    YamlPlace allow(String... allowed) {
        Set<String> unknown = keys();
        unknown.removeAll(Set.of(allowed));
        if (!unknown.isEmpty()) {
            throw at(unknown.iterator().next()).wrong("is not a key; allowed are " + String.join(", ", allowed));
        }
        return this;
    }

    String text() {
        if (!node.isString() || node.asString().isBlank()) {
            throw wrong("must be a text");
        }
        return node.asString();
    }

    int number() {
        if (!node.isInt() || node.asInt() < 0) {
            throw wrong("must be a whole number from 0 up");
        }
        return node.asInt();
    }

    LocalDate day() {
        return as(LocalDate::parse, "a day, as 2023-09-30");
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        return as(code -> Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_')), "one of " + codes(type));
    }

    /** The text, read as what it should be. */
    <T> T as(Function<String, T> reader, String what) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            throw new BadDefinition(at() + " must be " + what + ", not '" + text + "'", e);
        }
    }

    BadDefinition wrong(String what) {
        return new BadDefinition(at() + " " + what, null);
    }

    private String at() {
        return file + ": " + (key.isEmpty() ? "the file" : key);
    }

    private static <E extends Enum<E>> String codes(Class<E> type) {
        return List.of(type.getEnumConstants()).stream()
                .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** A file of the report is wrong; the message names file and key. */
    static final class BadDefinition extends RuntimeException {

        BadDefinition(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
