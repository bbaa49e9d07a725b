package vn.ndxhub.routes.pull;

import org.apache.camel.builder.RouteBuilder;
import vn.ndxhub.core.identity.SourceId;

/** Status pages of one national database -> its feed, page by page, as long as this process owns the source. */
public final class PullRoute extends RouteBuilder {

    private final SourceId source;
    private final PullTurn turn;

    public PullRoute(SourceId source, PullTurn turn) {
        this.source = source;
        this.turn = turn;
    }

    static String id(SourceId source) {
        return "pull-" + source;
    }

    @Override
    public void configure() {
        // spotless:off: the indentation shows the route's shape
        from("timer:pull-" + source + "?period={{hub.pull.every-millis}}&delay=0").routeId(id(source))
            .routeConfigurationId(PullFailures.ID)
            .bean(turn, "pull").id("pull-pages-" + source);
        // spotless:on
    }
}
