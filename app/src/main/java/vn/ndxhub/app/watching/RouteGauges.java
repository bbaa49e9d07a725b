package vn.ndxhub.app.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which routes run. There are none before the event log has been checked, so that they are looked for again and again. */
final class RouteGauges implements MeterBinder {

    private final HubState hub;
    private volatile @Nullable MultiGauge gauges;

    RouteGauges(HubState hub) {
        this.hub = hub;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauges = MultiGauge.builder("hub.route.running")
                .description("1 while the route runs, as Camel's route controller says")
                .register(registry);
        refresh();
    }

    void refresh() {
        MultiGauge bound = gauges;
        if (bound == null) {
            return;
        }
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        hub.routes()
                .keySet()
                .forEach(route -> rows.add(MultiGauge.Row.of(Tags.of("route", route), () -> isRunning(route))));
        bound.register(rows);
    }

    private int isRunning(String route) {
        return hub.routes().getOrDefault(route, false) ? 1 : 0;
    }
}
