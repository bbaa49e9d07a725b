package vn.ndxhub.simulation.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;

/** One topic: made again under its name it has another id. */
final class SimTopic {

    private final String name;
    private final Uuid id;
    private final boolean logAppendTime;
    private final List<SimPartition> partitions = new ArrayList<>();

    SimTopic(String name, Uuid id, int partitions, boolean logAppendTime) {
        this.name = name;
        this.id = id;
        this.logAppendTime = logAppendTime;
        grow(partitions);
    }

    String name() {
        return name;
    }

    Uuid id() {
        return id;
    }

    boolean hasLogAppendTime() {
        return logAppendTime;
    }

    int partitions() {
        return partitions.size();
    }

    SimPartition partition(int number) {
        return partitions.get(number);
    }

    List<SimPartition> all() {
        return partitions;
    }

    /** Adds partitions up to this number. */
    void grow(int count) {
        while (partitions.size() < count) {
            partitions.add(new SimPartition());
        }
    }
}
