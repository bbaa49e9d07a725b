package vn.ndxhub.core.log;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SourceId;

/** The marker of a source's seal; takes effect only where the partition has taken all seals with smaller numbers. */
public record SealEntry(SourceId source, YearMonth month, int number) implements LogEntry {}
