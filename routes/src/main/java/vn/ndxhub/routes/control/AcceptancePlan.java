package vn.ndxhub.routes.control;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.routes.batch.AcceptedTopic;

/**
 * What it would do to accept a topic as it stands.
 *
 * @param readId id of the topic that was read under this name
 * @param id id of the topic that there is now
 */
public record AcceptancePlan(String topic, String readId, String id, List<Part> parts) {

    public AcceptancePlan {
        parts = List.copyOf(parts);
    }

    /**
     * One partition.
     *
     * @param read up to where it was read, in this very topic
     * @param start from where it would be read on
     */
    public record Part(int partition, long read, long begin, long end, long start) {

        /** Records that are gone and were never read. */
        public long lost() {
            return Math.max(0, begin - read);
        }

        boolean isCut() {
            return read > end;
        }
    }

    static Part part(
            int partition,
            AcceptedTopic known,
            String id,
            @Nullable OffsetAndMetadata committed,
            long begin,
            long end) {
        boolean isSame = known.topicId().equals(id);
        long accepted =
                isSame && partition < known.starts().size() ? known.starts().get(partition) : 0;
        long read = isSame && committed != null && committed.metadata().equals(id)
                ? Math.max(accepted, committed.offset())
                : accepted;
        return new Part(partition, read, begin, end, Math.max(read, begin));
    }

    /** Whether it is another topic than the one that was read. */
    public boolean isOther() {
        return !readId.equals(id);
    }

    /** Whether there is anything to accept. */
    public boolean isNeeded() {
        return isOther() || parts.stream().anyMatch(part -> part.lost() > 0 || part.isCut());
    }

    /** Whether its end was cut: records that come now bear the offsets of records that were read, and would be taken for them. */
    public boolean isCut() {
        return parts.stream().anyMatch(Part::isCut);
    }

    AcceptedTopic accepted() {
        return new AcceptedTopic(id, parts.stream().map(Part::start).toList());
    }

    /** What it does, a sentence each. */
    public List<String> words() {
        if (!isNeeded()) {
            return List.of(topic
                    + " is the topic that was read, and all that was not read is there: there is nothing to accept.");
        }
        List<String> words = new ArrayList<>();
        if (isOther()) {
            words.add(topic + " was created again: it has id " + id + ", what was read of it had " + readId + ".");
            words.add(
                    "All of it is read from its first record on. An item whose event was counted before is a duplicate and changes no figure.");
            words.add("What stood in the topic before and was not read is lost, unless the source sends it again.");
        }
        parts.forEach(part -> say(part, words));
        return words;
    }

    private void say(Part part, List<String> words) {
        if (part.isCut()) {
            words.add(
                    "Partition " + part.partition + " ends at offset " + part.end + " and was read up to " + part.read
                            + ": new records would be taken for those that were read. It cannot be accepted: delete the topic, create it again, and accept that.");
        } else if (isOther() || part.lost() > 0) {
            words.add("Partition " + part.partition + " is read from offset " + part.start + " to " + part.end
                    + (part.lost() > 0 ? "; " + part.lost() + " records in front of it are gone unread" : "") + ".");
        }
    }
}
