package vn.ndxhub.schemas.registry;

/** The registry has answered, but with something that no value can be read with: too large, not valid Avro, refused by the registry itself. */
public final class UnusableSchemaException extends RefusedSchemaException {

    private static final long serialVersionUID = 1L;

    public UnusableSchemaException(String message) {
        super(message);
    }
}
