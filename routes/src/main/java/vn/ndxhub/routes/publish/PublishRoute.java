package vn.ndxhub.routes.publish;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;

/** Contributions of one event log's partitions -> totals in the figure store, consolidated monthly counters on their topic. */
public final class PublishRoute extends RouteBuilder {

    private final SourceLog log;
    private final RunningTotals totals;
    private final WriteFigures figures;
    private final WriteMonthlyCounters counters;

    public PublishRoute(SourceLog log, RunningTotals totals, WriteFigures figures, WriteMonthlyCounters counters) {
        this.log = log;
        this.totals = totals;
        this.figures = figures;
        this.counters = counters;
    }

    @Override
    public void configure() {
        String heard = "running-totals-" + log.source();
        getContext().getRegistry().bind(heard, totals);
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:" + log.contributions() + "?group=" + log.named("{{hub.groups.publish}}")
                        + "&start=beginning&assignments=#" + heard)
            .routeId("publish-" + log.source())
            .routeConfigurationId(BatchFailures.ID)
            .bean(totals, "add").id("add-up-" + log.source())
            .bean(figures, "write").id("write-figures-" + log.source())
            .bean(counters, "write").id("write-monthly-counters-" + log.source())
            .bean(totals, "written").id("note-as-written-" + log.source())
            .bean(new AcknowledgeBatch(), "acknowledge").id("end-of-batch-" + log.source());
        // spotless:on
    }
}
