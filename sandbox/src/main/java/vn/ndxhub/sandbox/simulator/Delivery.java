package vn.ndxhub.sandbox.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.ledger.LedgerLine;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** What goes out as one: a record of a feed, or a page. */
record Delivery(String key, Batch batch, Form form) {

    /** How a database writes what it sends as one. */
    interface Form {
        byte @Nullable [] bytes(Batch batch);
    }

    static Delivery single(PlannedItem item, Form form) {
        return new Delivery(item.subject(), new Batch(1, item.times().intake(), List.of(item)), form);
    }

    byte @Nullable [] bytes() {
        return form.bytes(batch);
    }

    /** A line an item, in order. */
    Stream<LedgerLine> lines() {
        return batch.items().stream().map(item -> new LedgerLine(item, batch.intake(), refused(item)));
    }

    /** Of an item in a list its own bytes are kept, of one that spoils its record those of the record. */
    private @Nullable String refused(PlannedItem item) {
        if (item.expectation() != Expectation.REJECTED) {
            return null;
        }
        boolean inList = form == Deliveries.LIST && !item.fault().isOfWholeRecord();
        return LedgerLine.hash(inList ? NativeJson.item(item).toString().getBytes(StandardCharsets.UTF_8) : bytes());
    }
}
