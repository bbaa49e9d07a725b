package vn.ndxhub.simulation.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.simulation.process.SimProcess;

/** A consumer of committed records that never guesses where to start: what was not sought stands at what the group committed, or fails. */
final class SimConsumer {

    private final SimBroker broker;
    private final SimProcess process;
    private final @Nullable String group;
    private final int mostRecords;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private Set<String> subscribed = Set.of();
    private @Nullable ConsumerRebalanceListener listener;
    private SimGroup.@Nullable Member member;
    private int generation;

    SimConsumer(SimBroker broker, SimProcess process, @Nullable String group, int mostRecords) {
        this.broker = broker;
        this.process = process;
        this.group = group;
        this.mostRecords = mostRecords;
    }

    public void subscribe(Collection<String> topics, ConsumerRebalanceListener hearing) {
        subscribed = Set.copyOf(topics);
        listener = hearing;
    }

    public void assign(Collection<TopicPartition> partitions) {
        assigned.clear();
        assigned.addAll(partitions);
        positions.keySet().retainAll(assigned);
    }

    public Set<TopicPartition> assignment() {
        return Set.copyOf(assigned);
    }

    public ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        process.effect("poll of " + subscribed, this::stayInGroup);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        int room = mostRecords;
        for (TopicPartition partition : sorted(assigned)) {
            if (paused.contains(partition) || room <= 0) {
                continue;
            }
            long from = position(partition);
            refuseOutOfRange(partition, from);
            SimPartition.Fetched fetched = broker.at(partition).fetch(from, room);
            if (!fetched.records().isEmpty()) {
                records.put(
                        partition,
                        fetched.records().stream()
                                .map(stored -> record(partition, stored))
                                .toList());
                room -= fetched.records().size();
            }
            positions.put(partition, fetched.next());
            if (fetched.next() != from) {
                next.put(partition, new OffsetAndMetadata(fetched.next()));
            }
        }
        return new ConsumerRecords<>(records, next);
    }

    private void refuseOutOfRange(TopicPartition partition, long from) {
        SimPartition log = broker.at(partition);
        if (from < log.start() || from > log.end()) {
            throw new OffsetOutOfRangeException(Map.of(partition, from));
        }
    }

    private void stayInGroup() {
        if (subscribed.isEmpty() || group == null) {
            return;
        }
        SimGroup mine = broker.group(group);
        SimGroup.Member known = member;
        if (known == null || !mine.isMember(known)) {
            if (known != null) {
                take(Set.of());
            }
            known = mine.join(subscribed);
            member = known;
        }
        if (known.generation() != generation || !known.assigned().equals(assigned)) {
            generation = known.generation();
            take(known.assigned());
        }
    }

    private void take(Set<TopicPartition> now) {
        ConsumerRebalanceListener hearing = listener;
        Set<TopicPartition> gone = new HashSet<>(assigned);
        gone.removeAll(now);
        Set<TopicPartition> fresh = new HashSet<>(now);
        fresh.removeAll(assigned);
        if (!gone.isEmpty() && hearing != null) {
            hearing.onPartitionsRevoked(sorted(gone));
        }
        assigned.removeAll(gone);
        positions.keySet().removeAll(gone);
        paused.removeAll(gone);
        assigned.addAll(fresh);
        if (!fresh.isEmpty() && hearing != null) {
            hearing.onPartitionsAssigned(sorted(fresh));
        }
    }

    private static List<TopicPartition> sorted(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .sorted(java.util.Comparator.comparing(TopicPartition::topic)
                        .thenComparingInt(TopicPartition::partition))
                .toList();
    }

    static ConsumerRecord<byte[], byte[]> record(TopicPartition place, Stored stored) {
        return new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                stored.offset(),
                stored.timestamp(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                stored.key(),
                stored.value(),
                stored.headers(),
                Optional.empty());
    }

    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        SimGroup.Member known = member;
        String name = group;
        if (known == null || name == null) {
            throw new IllegalStateException("Only a member of a group commits");
        }
        process.effect("commit of " + name, () -> broker.group(name).commit(known, generation, offsets));
    }

    public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> all = group == null ? Map.of() : broker.committed(group);
        Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>();
        partitions.forEach(partition -> known.put(partition, all.get(partition)));
        return known;
    }

    public void seek(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    public void seekToBeginning(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.put(partition, broker.start(partition)));
    }

    public void seekToEnd(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.put(partition, broker.lastStable(partition)));
    }

    public long position(TopicPartition partition) {
        Long known = positions.get(partition);
        if (known != null) {
            return known;
        }
        OffsetAndMetadata committed = committed(Set.of(partition)).get(partition);
        if (committed == null) {
            throw new org.apache.kafka.clients.consumer.NoOffsetForPartitionException(partition);
        }
        return committed.offset();
    }

    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
        return offsets(partitions, broker::start);
    }

    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        return offsets(partitions, broker::lastStable);
    }

    private static Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, ToLongFunction<TopicPartition> which) {
        return partitions.stream().collect(Collectors.toMap(p -> p, which::applyAsLong));
    }

    public OptionalLong currentLag(TopicPartition partition) {
        Long known = positions.get(partition);
        return known == null ? OptionalLong.empty() : OptionalLong.of(broker.lastStable(partition) - known);
    }

    public List<PartitionInfo> partitionsFor(String topic) {
        List<PartitionInfo> all = new ArrayList<>();
        broker.partitions(List.of(topic))
                .forEach(p -> all.add(new PartitionInfo(topic, p.partition(), null, null, null)));
        return all;
    }

    public void pause(Collection<TopicPartition> partitions) {
        paused.addAll(partitions);
    }

    public void resume(Collection<TopicPartition> partitions) {
        paused.removeAll(partitions);
    }

    public Set<TopicPartition> paused() {
        return Set.copyOf(paused);
    }

    public ConsumerGroupMetadata groupMetadata() {
        return new ConsumerGroupMetadata(String.valueOf(group), generation, "", Optional.empty());
    }

    public void close() {
        SimGroup.Member known = member;
        if (known != null && group != null && !process.isDead()) {
            broker.group(group).leave(known);
        }
        member = null;
    }

    public void close(Duration patience) {
        close();
    }
}
