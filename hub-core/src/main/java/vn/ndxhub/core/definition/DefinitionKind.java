package vn.ndxhub.core.definition;

/** What is defined. */
public enum DefinitionKind {
    /** How a native item becomes an event. */
    MAPPING,
    /** What an event counts in. */
    INDICATORS
}
