package vn.ndxhub.app.running;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/** Which routes run, as Camel's route controller says. */
public record RouteStates(CamelContext camel) {

    /** By id of the route. */
    public Map<String, Boolean> running() {
        Map<String, Boolean> routes = new TreeMap<>();
        for (Route route : camel.getRoutes()) {
            ServiceStatus status = camel.getRouteController().getRouteStatus(route.getRouteId());
            routes.put(route.getRouteId(), status != null && status.isStarted());
        }
        return routes;
    }
}
