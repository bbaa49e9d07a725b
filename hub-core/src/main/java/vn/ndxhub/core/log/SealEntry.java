package vn.ndxhub.core.log;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SourceId;

/** Marker number {@code number} of a source's month; takes effect only as the successor of the one before. */
public record SealEntry(SourceId source, YearMonth month, int number) implements LogEntry {}
