package vn.ndxhub.core.log;

/** One record of {@code hub.events}. The counter reads nothing else: its figures are a function of these, in order. */
public sealed interface LogEntry permits EventEntry, RefusalEntry, SealEntry {}
