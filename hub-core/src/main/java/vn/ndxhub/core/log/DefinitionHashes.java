package vn.ndxhub.core.log;

/** The definitions that an event is bound to for ever: the mapping that made it, and the indicators under which it is counted. */
public record DefinitionHashes(long mapping, long indicators) {}
