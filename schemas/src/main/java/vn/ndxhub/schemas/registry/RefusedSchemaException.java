package vn.ndxhub.schemas.registry;

/** The schema exists, and whoever asked may not read with it: not Avro, another name than declared, or not resolvable. */
public sealed class RefusedSchemaException extends RuntimeException permits UnusableSchemaException {

    private static final long serialVersionUID = 1L;

    public RefusedSchemaException(String message) {
        super(message);
    }
}
