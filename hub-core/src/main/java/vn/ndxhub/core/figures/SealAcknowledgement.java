package vn.ndxhub.core.figures;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SetDigest;

/**
 * One partition of a source's log has taken a seal: what it had counted of the month in front of the marker.
 *
 * @param number of the seal in the source's one order of seals, 1 for the first; the month is sealed when all partitions of the log have
 *     acknowledged its first seal
 * @param position offset of the marker
 * @param count distinct events of the source that occurred in the month, in front of the marker
 */
public record SealAcknowledgement(
        YearMonth month, int number, int logPartition, long position, long count, SetDigest digest) {}
