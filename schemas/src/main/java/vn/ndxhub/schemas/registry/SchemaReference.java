package vn.ndxhub.schemas.registry;

/** A named type that a schema uses and that is registered elsewhere: its full name, and the subject and version that hold it. */
public record SchemaReference(String name, String subject, int version) {}
