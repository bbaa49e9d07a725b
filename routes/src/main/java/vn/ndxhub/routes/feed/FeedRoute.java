package vn.ndxhub.routes.feed;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.AcknowledgeBatch;

/** Native feed of one national database -> traces in the event log; what cannot be read goes to the rejects. */
public final class FeedRoute extends RouteBuilder {

    private final SourceId source;
    private final NormaliseBatch normalise;
    private final WriteOutputs write;

    public FeedRoute(SourceId source, NormaliseBatch normalise, WriteOutputs write) {
        this.source = source;
        this.normalise = normalise;
        this.write = write;
    }

    @Override
    public void configure() {
        String decidable = "decidable-" + source;
        getContext().getRegistry().bind(decidable, normalise);
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:" + source.feedTopic() + "?group={{hub.groups.feed}}-" + source + "&gate=#" + decidable)
            .routeId("feed-" + source)
            .routeConfigurationId(BatchFailures.ID)
            .bean(normalise, "normalise").id("normalise-" + source)
            .bean(write, "write").id("write-" + source)
            .bean(new AcknowledgeBatch(), "acknowledge").id("commit-offsets-" + source);
        // spotless:on
    }
}
