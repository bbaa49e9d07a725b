package vn.ndxhub.routes.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.schemas.contract.EventLog;

/**
 * The event log of a source must be the topic it was declared to be: same id, same partition count, from offset 0 up to at least where it
 * has been counted, and never shorter than it was seen before. Counting anything else would be counting wrongly, so that a difference is an
 * alarm and a stop. Confined to one thread: it remembers where the log ended.
 */
public final class EventLogGuard {

    private final SourceId source;
    private final Declarations declared;
    private final Map<Integer, Long> seenEnds = new HashMap<>();

    public EventLogGuard(SourceId source, Declarations declared) {
        this.source = source;
        this.declared = declared;
    }

    /** The log to look at: the one declared, or the first that a source has, then of a partition count that is not known yet. */
    public SourceLog expected() {
        return declared.of(source).map(this::log).orElseGet(() -> new SourceLog(source, 1, 1));
    }

    private SourceLog log(EventLog known) {
        return new SourceLog(source, known.getLogEpoch(), known.getPartitions());
    }

    /**
     * Compares what was seen with the declaration; the first hub of a source declares its log.
     *
     * @throws LogBroken when they differ, naming what
     */
    public SourceLog check(LogSighting seen) {
        EventLog known = declared.of(source).orElseGet(() -> declare(seen));
        refuseOther(known, seen);
        refuse(partitions(seen.begins(), begin -> begin > 0), seen, """
                no longer begin at offset 0: events have been deleted. Restore them; set retention.ms=-1.""");
        refuse(endingBefore(seen.counted(), seen), seen, """
                end before what has been counted of them: events have been lost. Restore them.""");
        refuse(endingBefore(seenEnds, seen), seen, """
                end before where they ended when they were last looked at: events have been lost. Restore them.""");
        seenEnds.putAll(seen.ends());
        return log(known);
    }

    private EventLog declare(LogSighting seen) {
        declared.declare(new EventLog(source.value(), 1, seen.topic(), seen.topicId(), seen.partitions()));
        return declared.of(source)
                .orElseThrow(() -> new IllegalStateException("The log of " + source + " is declared and not there"));
    }

    private static void refuseOther(EventLog known, LogSighting seen) {
        if (!known.getTopicId().equals(seen.topicId())) {
            throw new LogBroken("The topic " + seen.topic() + " has id " + seen.topicId()
                    + ", but the log was declared as " + known.getTopicId()
                    + ": it has been created anew. Restore it, or begin a new epoch.");
        }
        if (known.getPartitions() != seen.partitions()) {
            throw new LogBroken("The topic " + seen.topic() + " has " + seen.partitions()
                    + " partitions, but the log was declared with " + known.getPartitions()
                    + ": an identity would be looked for in the wrong one. Migrate to a new epoch.");
        }
    }

    private static Set<Integer> endingBefore(Map<Integer, Long> known, LogSighting seen) {
        Set<Integer> cut = new TreeSet<>();
        known.forEach((partition, offset) -> {
            if (offset > seen.ends().getOrDefault(partition, 0L)) {
                cut.add(partition);
            }
        });
        return cut;
    }

    private static Set<Integer> partitions(Map<Integer, Long> offsets, LongPredicate which) {
        Set<Integer> found = new TreeSet<>();
        offsets.forEach((partition, offset) -> {
            if (which.test(offset)) {
                found.add(partition);
            }
        });
        return found;
    }

    private static void refuse(Set<Integer> cut, LogSighting seen, String why) {
        if (!cut.isEmpty()) {
            throw new LogBroken("Partitions " + cut + " of " + seen.topic() + " " + why);
        }
    }
}
