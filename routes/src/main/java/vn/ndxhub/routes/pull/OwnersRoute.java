package vn.ndxhub.routes.pull;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.routes.batch.AcknowledgeBatch;
import vn.ndxhub.routes.feed.BatchFailures;

/** Membership in the group that shares out the pulled sources; the cursors themselves are read by who pulls. */
public final class OwnersRoute extends RouteBuilder {

    static final String OWNERS = "pull-owners";

    private final PullOwners owners;

    public OwnersRoute(PullOwners owners) {
        this.owners = owners;
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind(OWNERS, owners);
        // spotless:off: the indentation shows the route's shape
        from("kafka-batch:hub.cursors?group={{hub.groups.pull}}&start=kept&assignments=#" + OWNERS)
            .routeId("pull-owners")
            .routeConfigurationId(BatchFailures.ID)
            .bean(new AcknowledgeBatch(), "acknowledge").id("pass-over");
        // spotless:on
    }
}
