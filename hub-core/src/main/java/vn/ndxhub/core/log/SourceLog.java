package vn.ndxhub.core.log;

import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;

/**
 * The event log of one source in one epoch: what its topics are called, and into how many partitions its identities are shared out.
 *
 * @param epoch 1 for the first log of the source
 * @param partitions of the event log, fixed within an epoch
 */
public record SourceLog(SourceId source, int epoch, int partitions) {

    private static final String EVENTS = "hub.events";
    private static final String CONTRIBUTIONS = "hub.contributions";

    public SourceLog {
        if (epoch < 1 || partitions < 1) {
            throw new IllegalArgumentException("The log of " + source + " has no epoch " + epoch + " of " + partitions
                    + " partitions: both count from 1");
        }
    }

    /** The topic of the events of a source's epoch. A source id holds no dot, so that no other name looks like it. */
    public static String eventsTopic(SourceId source, int epoch) {
        return named(EVENTS, source, epoch);
    }

    /** The topic of the events. */
    public String events() {
        return eventsTopic(source, epoch);
    }

    /** The topic of what the partitions of the log contribute to cells; it has one partition. */
    public String contributions() {
        return named(CONTRIBUTIONS, source, epoch);
    }

    /** The partition that an identity belongs to. */
    public int partition(Identity identity) {
        return identity.partition(partitions);
    }

    /** A name of one's own for this log: what is kept of one epoch says nothing of another. */
    public String named(String stem) {
        String name = stem + "-" + source;
        return epoch == 1 ? name : name + "." + epoch;
    }

    private static String named(String stem, SourceId source, int epoch) {
        return epoch == 1 ? stem + "." + source : stem + "." + source + "." + epoch;
    }
}
