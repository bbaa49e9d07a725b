package vn.ndxhub.routes.rejects;

import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.feed.WriteOutputs;

/** Parked records of one source that are read again by themselves -> its event log, or parked once more. */
public final class ParkedRoute extends RouteBuilder {

    static final String DUE = "parked-until";

    private final SourceId source;
    private final Clock clock;
    private final ReadParked read;
    private final WriteOutputs write;

    public ParkedRoute(SourceId source, Clock clock, ReadParked read, WriteOutputs write) {
        this.source = source;
        this.clock = clock;
        this.read = read;
        this.write = write;
    }

    static String id(SourceId source) {
        return "parked-" + source;
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind(DUE, new ParkedUntil(clock));
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:" + source.parkedTopic() + "?group={{hub.groups.parked}}-" + source + "&gate=#" + DUE)
            .routeId(id(source))
            .routeConfigurationId(BatchFailures.ID)
            .bean(read, "read").id("read-parked-again-" + source)
            .bean(write, "write").id("write-released-" + source)
            .bean(new AcknowledgeBatch(), "acknowledge").id("commit-offsets-parked-" + source);
        // spotless:on
    }
}
