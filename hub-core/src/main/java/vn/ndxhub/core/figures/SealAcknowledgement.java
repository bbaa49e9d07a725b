package vn.ndxhub.core.figures;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;

/**
 * One partition of the log has taken a seal: what it had counted of the source's month in front of the marker.
 *
 * @param number of the seal, 1 for the first
 * @param partitions partition count of the log: the month is sealed when so many have acknowledged
 * @param position offset of the marker
 * @param count events of the source that occurred in the month and count, in front of the marker
 */
public record SealAcknowledgement(
        SourceId source,
        YearMonth month,
        int number,
        int logPartition,
        int partitions,
        long position,
        long count,
        SetDigest digest) {}
