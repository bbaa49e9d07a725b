package vn.ndxhub.routes.rejects;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.feed.WriteOutputs;

/** Parked records that are read again by themselves -> the event log, or parked once more. */
public final class ParkedRoute extends RouteBuilder {

    private final ReadParked read;
    private final WriteOutputs write;

    public ParkedRoute(ReadParked read, WriteOutputs write) {
        this.read = read;
        this.write = write;
    }

    @Override
    public void configure() {
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:hub.parked?group={{hub.groups.parked}}").routeId("parked")
            .routeConfigurationId(BatchFailures.ID)
            .bean(read, "read").id("read-parked-again")
            .bean(write, "write").id("write-released")
            .bean(new AcknowledgeBatch(), "acknowledge").id("commit-offsets-parked");
        // spotless:on
    }
}
