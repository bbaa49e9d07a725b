package vn.ndxhub.core.log;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SourceId;

/**
 * A marker of a seal; takes effect only as the successor of the one before.
 *
 * @param number in the one order of the source's seals, over all its months, from 1
 */
public record SealEntry(SourceId source, YearMonth month, int number) implements LogEntry {}
