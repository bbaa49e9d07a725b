package vn.ndxhub.schemas.wire;

/** The one way in which undecodable bytes are reported: the kind of failure, never its text, which may quote the value. */
final class Malformed {

    private Malformed() {}

    static MalformedWireException body(int id, Exception e) {
        return new MalformedWireException("The value is not what its schema id " + id + " says ("
                + e.getClass().getSimpleName() + ")");
    }

    static MalformedWireException trailing(int id) {
        return new MalformedWireException("The value is longer than what its schema id " + id + " says");
    }
}
