package vn.ndxhub.routes.rejects;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.feed.WriteOutputs;

/** Parked records of one source whose schema is known in the end -> its event log; the others rest where they are. */
public final class ParkedRoute extends RouteBuilder {

    private final SourceId source;
    private final ReadParked read;
    private final WriteOutputs write;

    public ParkedRoute(SourceId source, ReadParked read, WriteOutputs write) {
        this.source = source;
        this.read = read;
        this.write = write;
    }

    static String id(SourceId source) {
        return "parked-" + source;
    }

    @Override
    public void configure() {
        String places = "parked-places-" + source;
        getContext().getRegistry().bind(places, read.places());
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:" + source.parkedTopic() + "?group={{hub.groups.parked}}-" + source
                + "&revisits=#" + places + "&assignments=#" + places)
            .routeId(id(source))
            .routeConfigurationId(BatchFailures.ID)
            .bean(read, "read").id("read-parked-again-" + source)
            .bean(write, "write").id("write-released-" + source)
            .bean(read, "settle").id("settle-released-" + source)
            .bean(new AcknowledgeBatch(), "acknowledge").id("commit-offsets-parked-" + source);
        // spotless:on
    }
}
