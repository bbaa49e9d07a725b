package vn.ndxhub.schemas.registry;

/** The registry itself has answered that there is no such id, subject or schema. */
public final class UnknownSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }
}
