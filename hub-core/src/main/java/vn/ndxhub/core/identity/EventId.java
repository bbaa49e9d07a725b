package vn.ndxhub.core.identity;

import java.text.Normalizer;

/** A source's own id of an event, as sent. Never a personal number: ids travel in the open. */
public record EventId(String value) {

    public static final int LONGEST = 200;

    public EventId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "An event id has 1 to " + LONGEST + " printable characters in Unicode's form NFC, no spaces");
        }
        if (looksPersonal(value)) {
            throw new IllegalArgumentException("An event id must not look like a personal number");
        }
    }

    /** Letters, digits and signs of any script that can be seen, in NFC: two ids that look alike because of what hides are none. */
    public static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        return id.codePoints().allMatch(Characters::isVisible) && Normalizer.isNormalized(id, Normalizer.Form.NFC);
    }

    /**
     * Nine or twelve digits and no letter: the forms of Vietnamese personal and old identity-card numbers, in the digits of whatever
     * script and with whatever signs, spaces or invisible characters between them.
     */
    public static boolean looksPersonal(String id) {
        int digits = 0;
        for (int i = 0; i < id.length(); ) {
            int c = id.codePointAt(i);
            if (Characters.isDigit(c)) {
                digits++;
            } else if (Characters.isLetter(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return digits == 9 || digits == 12;
    }

    @Override
    public String toString() {
        return value;
    }
}
