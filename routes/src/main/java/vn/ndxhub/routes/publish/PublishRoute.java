package vn.ndxhub.routes.publish;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;

/** Contributions of one event log -> figures in their store, and from its outbox the monthly counters to their topic. */
public final class PublishRoute extends RouteBuilder {

    /** Every batch costs a transaction in Kafka and one in the database, and most of it is about the same cells as the last. */
    private static final int GATHER_MILLIS = 1_000;

    private final SourceLog log;
    private final AddContributions contributions;
    private final RelayCounters counters;

    public PublishRoute(SourceLog log, AddContributions contributions, RelayCounters counters) {
        this.log = log;
        this.contributions = contributions;
        this.counters = counters;
    }

    @Override
    public void configure() {
        String heard = log.named("contributions");
        getContext().getRegistry().bind(heard, contributions);
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:" + log.contributions() + "?group=" + log.named("{{hub.groups.publish}}")
                        + "&start=kept&gather=" + GATHER_MILLIS + "&assignments=#" + heard)
            .routeId("publish-" + log.source())
            .routeConfigurationId(BatchFailures.ID)
            .bean(contributions, "add").id("add-contributions-" + log.source())
            .bean(counters, "relay").id("relay-monthly-counters-" + log.source())
            .bean(new AcknowledgeBatch(), "acknowledge").id("end-of-batch-" + log.source());
        // spotless:on
    }
}
