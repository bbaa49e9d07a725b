package vn.ndxhub.routes.seal;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealOrder;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.routes.control.ControlTopic;
import vn.ndxhub.schemas.contract.Seal;

/** The seals of all sources as {@code hub.control} holds them; reads only what has been added since it read last. */
public final class OrderedSeals {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedSeals.class);

    private final Control control;
    private final Map<String, SealOrders> bySource = new HashMap<>();
    private long next;

    /** The records of {@code hub.control} from an offset on; gives the offset behind the last one. */
    @FunctionalInterface
    public interface Control {

        long read(long from, ControlTopic.Taker taker);
    }

    public OrderedSeals(Control control) {
        this.control = control;
    }

    /** Those of a source, with all that had been written when this was called. */
    public synchronized SealOrders of(SourceId source) {
        refresh();
        return known(source);
    }

    /** Those of a source as they were when anybody last read. */
    public synchronized SealOrders known(SourceId source) {
        SealOrders orders = bySource.get(source.value());
        return orders == null ? new SealOrders() : new SealOrders(orders);
    }

    /** Reads what has been added. */
    public synchronized void refresh() {
        List<Runnable> fresh = new ArrayList<>();
        next = control.read(next, (record, writtenAt) -> {
            if (record instanceof Seal seal) {
                fresh.add(() -> take(seal, writtenAt));
            }
        });
        fresh.forEach(Runnable::run);
    }

    // What is no month seals nothing, whoever has written it.
    private void take(Seal seal, long writtenAt) {
        try {
            SealOrder order = new SealOrder(
                    YearMonth.parse(seal.getMonth()), seal.getNumber(), seal.getRequestedBy(), seal.getRequestedAt());
            bySource.computeIfAbsent(seal.getSource(), source -> new SealOrders())
                    .take(order, writtenAt);
        } catch (DateTimeException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
                    .log("An order of hub.control seals nothing: its month is none");
        }
    }
}
