package vn.ndxhub.core.identity;

/** A source's own id of an event, as sent. Never a personal number: ids travel in the open. */
public record EventId(String value) {

    public static final int LONGEST = 200;

    public EventId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("An event id has 1 to " + LONGEST + " printable characters, no spaces");
        }
        if (looksPersonal(value)) {
            throw new IllegalArgumentException("An event id must not look like a personal number");
        }
    }

    /** Printable ASCII or letters of any script, without spaces and control characters. */
    public static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        return id.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** Nine or twelve digits, with or without separators: the forms of Vietnamese personal and old identity-card numbers. */
    public static boolean looksPersonal(String id) {
        int digits = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return digits == 9 || digits == 12;
    }

    @Override
    public String toString() {
        return value;
    }
}
