package vn.ndxhub.connectors.normalise;

/** The secret that personal fields are hashed with; never shown. */
public final class PersonalKey {

    private static final int SHORTEST = 32;

    private final byte[] secret;

    /** @throws IllegalArgumentException if it is too short to keep short numbers secret */
    public PersonalKey(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("A key for personal fields has at least " + SHORTEST + " bytes");
        }
        this.secret = secret.clone();
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "PersonalKey[***]";
    }
}
