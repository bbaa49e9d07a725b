package vn.ndxhub.core.identity;

/** Digest of a set of events: the sum modulo 2^64 of their terms. Order does not matter; a lost and a doubled event show. */
public record SetDigest(long value) {

    public static final SetDigest EMPTY = new SetDigest(0);

    public SetDigest plus(Identity identity) {
        return new SetDigest(value + identity.digestTerm());
    }

    /** Reads the wire form. */
    public static SetDigest parse(String hex) {
        if (hex.length() != 16) {
            throw new IllegalArgumentException("A set digest has 16 hex digits");
        }
        return new SetDigest(Long.parseUnsignedLong(hex, 16));
    }

    /** The wire form: 16 lower-case hex digits. */
    @Override
    public String toString() {
        return "%016x".formatted(value);
    }
}
