package vn.ndxhub.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** Collects items until they are enough for a batch; an item whose record cannot be read as a whole is a batch of its own. */
final class OpenBatch {

    private final int size;
    private final Consumer<Batch> closed;
    private final List<PlannedItem> items = new ArrayList<>();
    private int number;

    OpenBatch(int size, Consumer<Batch> closed) {
        this.size = size;
        this.closed = closed;
    }

    void add(PlannedItem item) {
        boolean alone = item.fault().isOfWholeRecord();
        if (alone || items.size() == size) {
            close();
        }
        items.add(item);
        if (alone) {
            close();
        }
    }

    /** Gives away what there is, if there is anything. */
    void close() {
        if (!items.isEmpty()) {
            long intake = items.stream()
                    .mapToLong(item -> item.times().intake())
                    .max()
                    .orElseThrow();
            closed.accept(new Batch(++number, intake, List.copyOf(items)));
            items.clear();
        }
    }
}
