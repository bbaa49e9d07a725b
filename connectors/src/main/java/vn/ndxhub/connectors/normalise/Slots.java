package vn.ndxhub.connectors.normalise;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The native values of one item by position, used again for the next one. */
final class Slots {

    enum Kind {
        /** Not there, or null. */
        ABSENT,
        TEXT,
        /** A whole number; one that no long holds is the nearest that a long does, which nothing takes. */
        INTEGER,
        /** Anything else: a fraction, true or false, a list or an object. */
        OTHER
    }

    private final Kind[] kinds;
    private final long[] numbers;
    private final @Nullable String[] texts;

    Slots(int size) {
        kinds = new Kind[size];
        numbers = new long[size];
        texts = new @Nullable String[size];
        clear();
    }

    void clear() {
        Arrays.fill(kinds, Kind.ABSENT);
        Arrays.fill(texts, null);
    }

    void text(int slot, String text) {
        kinds[slot] = Kind.TEXT;
        texts[slot] = text;
    }

    void number(int slot, long number) {
        kinds[slot] = Kind.INTEGER;
        numbers[slot] = number;
    }

    void other(int slot) {
        kinds[slot] = Kind.OTHER;
    }

    Kind kind(int slot) {
        return kinds[slot];
    }

    boolean isAbsent(int slot) {
        return kinds[slot] == Kind.ABSENT;
    }

    long number(int slot) {
        return numbers[slot];
    }

    /** The text of a slot; empty for one that holds none. */
    String text(int slot) {
        String text = texts[slot];
        return text == null ? "" : text;
    }
}
