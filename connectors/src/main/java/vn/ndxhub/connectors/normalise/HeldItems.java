package vn.ndxhub.connectors.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Keeps the items of a batch back until all of it has been read: an undecodable batch is one refusal and nothing else. */
final class HeldItems implements ItemSink {

    private final List<Consumer<ItemSink>> items = new ArrayList<>();

    @Override
    public void event(StatusEvent event, Identity key) {
        items.add(sink -> sink.event(event, key));
    }

    @Override
    public void refused(Refused refused) {
        items.add(sink -> sink.refused(refused));
    }

    int size() {
        return items.size();
    }

    void release(ItemSink sink) {
        items.forEach(item -> item.accept(sink));
    }
}
