package vn.ndxhub.routes.publish;

import org.apache.camel.Body;
import vn.ndxhub.core.consolidation.Changes;
import vn.ndxhub.core.figures.FigureStore;

/** Writes totals into the figure store, which keeps the newer of two. */
public final class WriteFigures {

    private final FigureStore store;

    public WriteFigures(FigureStore store) {
        this.store = store;
    }

    public NewTotals write(@Body NewTotals totals) {
        for (Changes published : totals.byPartition().values()) {
            if (!published.isEmpty()) {
                store.publish(published.totals(), published.months(), published.seals());
            }
        }
        return totals;
    }
}
