package vn.ndxhub.core.indicator;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Codes by dimension, sorted by dimension. The text form, {@code area=01;party=ministry}, is canonical: equal text, equal dimensions. */
public final class Dimensions {

    public static final Dimensions NONE = new Dimensions(Map.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final SortedMap<String, String> codes;
    private final String text;

    private Dimensions(Map<String, String> codes) {
        this.codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
        this.text = this.codes.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(";"));
    }

    /** @throws IllegalArgumentException for a name or code outside the closed patterns, without repeating the code */
    public static Dimensions of(Map<String, String> codes) {
        if (codes.isEmpty()) {
            return NONE;
        }
        codes.forEach((name, code) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("Not a dimension name");
            }
            if (!isCode(code)) {
                throw new IllegalArgumentException("Not a code of dimension " + name);
            }
        });
        return new Dimensions(codes);
    }

    /** Reads the canonical text. */
    public static Dimensions parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Map<String, String> codes = new TreeMap<>();
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Dimensions are written name=code;name=code");
            }
            codes.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return of(codes);
    }

    /** Whether the text may stand as a code: letters, digits, '.', '_' and '-', at most 64, never free text. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public SortedMap<String, String> codes() {
        return codes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimensions that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
