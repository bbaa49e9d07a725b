package vn.ndxhub.core.log;

/** One entry of {@code hub.events}, alone in its record or one of many. The counter reads nothing else: its figures are a function of these, in order. */
public sealed interface LogEntry permits EventEntry, RefusalEntry, SealEntry {}
