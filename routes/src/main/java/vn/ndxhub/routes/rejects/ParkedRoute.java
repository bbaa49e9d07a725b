package vn.ndxhub.routes.rejects;

import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.feed.WriteOutputs;

/** Parked records that are read again by themselves -> the event log, or parked once more. */
public final class ParkedRoute extends RouteBuilder {

    static final String ID = "parked";
    static final String DUE = "parked-until";

    private final Clock clock;
    private final ReadParked read;
    private final WriteOutputs write;

    public ParkedRoute(Clock clock, ReadParked read, WriteOutputs write) {
        this.clock = clock;
        this.read = read;
        this.write = write;
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind(DUE, new ParkedUntil(clock));
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:hub.parked?group={{hub.groups.parked}}&gate=#" + DUE).routeId(ID)
            .routeConfigurationId(BatchFailures.ID)
            .bean(read, "read").id("read-parked-again")
            .bean(write, "write").id("write-released")
            .bean(new AcknowledgeBatch(), "acknowledge").id("commit-offsets-parked");
        // spotless:on
    }
}
