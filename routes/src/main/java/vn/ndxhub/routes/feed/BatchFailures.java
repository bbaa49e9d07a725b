package vn.ndxhub.routes.feed;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** A batch that fails stays unacknowledged: its reader shows the failure, waits and reads it again. Nothing is handled away. */
public final class BatchFailures extends RouteConfigurationBuilder {

    public static final String ID = "batch-failures";

    @Override
    public void configuration() {
        routeConfiguration(ID).onException(Exception.class).handled(false).maximumRedeliveries(0);
    }
}
