package vn.ndxhub.sandbox.simulator;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** In which records, or on which pages, each database sends its items: settled before anything is sent, so that the ledger can say it. */
final class Deliveries {

    /** A list of items with a head. */
    static final Delivery.Form LIST = Batch::bytes;

    private static final int LANES = 4;
    private static final int MOST_PUSHED = 200;

    private final SchemaRegistry registry;
    private final int listSize;

    /** @param listSize most items that go out as one, from a database that sends lists */
    Deliveries(SchemaRegistry registry, int listSize) {
        this.registry = registry;
        this.listSize = listSize;
    }

    /** Copies and retractions have the key of their item, or of its lane where they are sent in batches, and keep their order. */
    List<Delivery> pushed(String source, List<PlannedItem> items) {
        if (NativeAvro.speaks(source)) {
            NativeAvro avro = new NativeAvro(source, registry);
            return single(items, batch -> avro.bytes(batch.items().getFirst()));
        }
        if (source.equals("ndxp")) {
            return lanes(items);
        }
        return single(items, batch -> FeedSender.json(batch.items().getFirst()));
    }

    List<Delivery> pages(List<PlannedItem> items) {
        return Batch.of(items, listSize).stream()
                .map(page -> new Delivery("", page, LIST))
                .toList();
    }

    /** Made when they are asked for: there are many. */
    private static List<Delivery> single(List<PlannedItem> items, Delivery.Form form) {
        return new AbstractList<>() {
            @Override
            public Delivery get(int index) {
                return Delivery.single(items.get(index), form);
            }

            @Override
            public int size() {
                return items.size();
            }
        };
    }

    /** In the order in which they are full, so that all lanes get on alike. */
    private List<Delivery> lanes(List<PlannedItem> items) {
        List<Delivery> all = new ArrayList<>();
        Map<String, OpenBatch> lanes = new TreeMap<>();
        for (PlannedItem item : items) {
            String lane = "lane-" + Math.floorMod(item.subject().hashCode(), LANES);
            lanes.computeIfAbsent(
                            lane,
                            l -> new OpenBatch(
                                    Math.min(listSize, MOST_PUSHED), batch -> all.add(new Delivery(l, batch, LIST))))
                    .add(item);
        }
        lanes.values().forEach(OpenBatch::close);
        return all;
    }
}
