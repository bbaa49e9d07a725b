package vn.ndxhub.core.counting;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SourceId;

/**
 * A seal that took effect in one partition of the log.
 *
 * @param offset of its marker
 * @param count distinct events that occurred in the month and stand in front of the marker
 * @param digest set digest of those events
 */
public record TakenSeal(SourceId source, YearMonth month, int number, long offset, long count, long digest) {}
