package vn.ndxhub.routes.pull;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** A turn that fails leaves the cursor where it was: the next turn of the timer begins there. */
public final class PullFailures extends RouteConfigurationBuilder {

    public static final String ID = "pull-failures";

    @Override
    public void configuration() {
        routeConfiguration(ID).onException(Exception.class).handled(false).maximumRedeliveries(0);
    }
}
