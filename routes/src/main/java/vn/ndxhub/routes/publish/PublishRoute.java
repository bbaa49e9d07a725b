package vn.ndxhub.routes.publish;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;

/** Contributions of the log's partitions -> totals in the figure store, consolidated monthly counters on their topic. */
public final class PublishRoute extends RouteBuilder {

    /** Name under which the totals must stand in the Camel registry: they hear of assignments. */
    public static final String TOTALS = "running-totals";

    /** Every batch costs a transaction in Kafka and one in the database, and most of it is about the same cells as the last. */
    private static final int GATHER_MILLIS = 100;

    private final RunningTotals totals;
    private final WriteFigures figures;
    private final WriteMonthlyCounters counters;

    public PublishRoute(RunningTotals totals, WriteFigures figures, WriteMonthlyCounters counters) {
        this.totals = totals;
        this.figures = figures;
        this.counters = counters;
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind(TOTALS, totals);
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:hub.contributions?group={{hub.groups.publish}}&start=beginning&gather=" + GATHER_MILLIS
                        + "&assignments=#" + TOTALS)
            .routeId("publish")
            .routeConfigurationId(BatchFailures.ID)
            .bean(totals, "add").id("add-up")
            .bean(figures, "write").id("write-figures")
            .bean(counters, "write").id("write-monthly-counters")
            .bean(totals, "written").id("note-as-written")
            .bean(new AcknowledgeBatch(), "acknowledge").id("end-of-batch");
        // spotless:on
    }
}
