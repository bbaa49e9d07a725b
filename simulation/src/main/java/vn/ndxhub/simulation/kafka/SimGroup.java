package vn.ndxhub.simulation.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A consumer group: members, what each of them has in the present generation, and what was committed. */
final class SimGroup {

    private static final Duration SESSION = Duration.ofSeconds(8);

    private final String name;
    private final SimBroker broker;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private int generation;
    private int partitionsShared;

    SimGroup(String name, SimBroker broker) {
        this.name = name;
        this.broker = broker;
    }

    /** A consumer's place in the group. It learns of a new generation when it polls. */
    static final class Member {
        private final Set<String> topics;
        private Set<TopicPartition> assigned = Set.of();
        private int generation;
        private long heardAt;

        Member(Set<String> topics) {
            this.topics = topics;
        }

        Set<TopicPartition> assigned() {
            return assigned;
        }

        int generation() {
            return generation;
        }
    }

    String name() {
        return name;
    }

    Member join(Set<String> topics) {
        Member member = new Member(topics);
        members.add(member);
        shareOut();
        return member;
    }

    void leave(Member member) {
        if (members.remove(member)) {
            shareOut();
        }
    }

    /** A heartbeat. One that was taken out meanwhile is told so. */
    boolean isMember(Member member) {
        member.heardAt = broker.clock().millis();
        int all = members.stream()
                .mapToInt(m -> broker.partitions(m.topics).size())
                .sum();
        if (all != partitionsShared) {
            shareOut();
        }
        return members.contains(member);
    }

    void expire() {
        long now = broker.clock().millis();
        if (members.removeIf(member -> now - member.heardAt > SESSION.toMillis())) {
            shareOut();
        }
    }

    private void shareOut() {
        generation++;
        Map<Member, Set<TopicPartition>> shares = new HashMap<>();
        Set<String> topics = new HashSet<>();
        members.forEach(member -> topics.addAll(member.topics));
        int turn = 0;
        for (TopicPartition partition :
                broker.partitions(topics.stream().sorted().toList())) {
            List<Member> readers = members.stream()
                    .filter(m -> m.topics.contains(partition.topic()))
                    .toList();
            shares.computeIfAbsent(readers.get(turn++ % readers.size()), m -> new HashSet<>())
                    .add(partition);
        }
        long now = broker.clock().millis();
        partitionsShared = 0;
        for (Member member : members) {
            member.assigned = Set.copyOf(shares.getOrDefault(member, Set.of()));
            member.generation = generation;
            member.heardAt = Math.max(member.heardAt, now);
            partitionsShared += broker.partitions(member.topics).size();
        }
    }

    /** @throws CommitFailedException for a member of an earlier generation, or one that was taken out */
    void commit(Member member, int asOf, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (!members.contains(member) || asOf != generation) {
            throw new CommitFailedException(
                    "The member of " + name + " is of generation " + asOf + "; it is " + generation + " now");
        }
        store(offsets);
    }

    /** @throws CommitFailedException as {@link #commit} does, for offsets that go with a transaction */
    void refuseOutdated(int asOf) {
        if (asOf != generation) {
            throw new CommitFailedException(
                    "Offsets of " + name + " are of generation " + asOf + "; it is " + generation + " now");
        }
    }

    int generation() {
        return generation;
    }

    void store(Map<TopicPartition, OffsetAndMetadata> offsets) {
        committed.putAll(offsets);
    }

    Map<TopicPartition, OffsetAndMetadata> committed() {
        return new HashMap<>(committed);
    }

    void forget(String topic) {
        committed.keySet().removeIf(partition -> partition.topic().equals(topic));
        shareOut();
    }
}
