package vn.ndxhub.schemas.wire;

/** The bytes are not what the wire format or their own schema says: they can never be read. The message holds none of them. */
public final class MalformedWireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedWireException(String message) {
        super(message);
    }
}
