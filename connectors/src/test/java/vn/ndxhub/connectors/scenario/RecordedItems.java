package vn.ndxhub.connectors.scenario;

import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.connectors.normalise.ItemSink;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Keeps what a record's items became, in order. */
public final class RecordedItems implements ItemSink {

    /** An event with its key. */
    public record Accepted(StatusEvent event, Identity key) {}

    private final List<Object> items = new ArrayList<>();

    @Override
    public void event(StatusEvent event, Identity key) {
        items.add(new Accepted(event, key));
    }

    @Override
    public void refused(Refused refused) {
        items.add(refused);
    }

    public List<Object> items() {
        return items;
    }
}
