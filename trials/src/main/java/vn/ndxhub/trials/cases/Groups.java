package vn.ndxhub.trials.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the hub's consumer groups have come, asked of the broker. */
record Groups(String bootstrapServers) {

    /** What the group has committed. */
    Map<TopicPartition, Long> positions(String group) {
        return asked(admin ->
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> position(entry.getValue()))));
    }

    /** Where these partitions end. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        return offsets(partitions);
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        return asked(admin -> admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue()))));
    }

    /** Who reads in the group; each reader that joins, or joins again, has another id. */
    Set<String> members(String group) {
        return asked(admin -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .flatMap(described -> described.members().stream())
                .map(MemberDescription::consumerId)
                .collect(Collectors.toSet()));
    }

    /** Whether the group has read all there is of the partitions that it has ever read. */
    boolean isUpToDate(String group) {
        Map<TopicPartition, Long> positions = positions(group);
        return !positions.isEmpty() && positions.equals(ends(positions.keySet()));
    }

    /** The groups of all sources that begin like this, e.g. {@code hub-counting-}. */
    Set<String> ofSources(String prefix) {
        return asked(admin -> admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .collect(Collectors.toSet()));
    }

    /** Whether all groups that begin like this have read all there is. */
    boolean areUpToDate(String prefix) {
        Set<String> groups = ofSources(prefix);
        return !groups.isEmpty() && groups.stream().allMatch(this::isUpToDate);
    }

    private static long position(OffsetAndMetadata committed) {
        return committed.offset();
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T asked(Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", e);
        }
    }
}
