package vn.ndxhub.app.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.stream.Stream;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;

/** What Prometheus sees of a hub. {@code docs/operations.md} has the table of all of it. */
final class HubMetrics implements MeterBinder {

    private final HubState hub;
    private final Neighbours neighbours;
    private final IntakeGauges intake;
    private final RouteGauges routes;
    private final List<MeterBinder> parts;

    HubMetrics(HubState hub, Neighbours neighbours, List<SourceId> sources, IntakeGauges intake) {
        this.hub = hub;
        this.neighbours = neighbours;
        this.intake = intake;
        this.routes = new RouteGauges(hub);
        this.parts = List.of(
                new SourceGauges(hub, sources),
                new ReaderGauges(hub, topics(sources)),
                new PullGauges(hub),
                intake,
                routes);
    }

    /** Those that have a reader. */
    private static List<String> topics(List<SourceId> sources) {
        return sources.stream()
                .flatMap(source -> Stream.of(
                        source.feedTopic(), source.parkedTopic(), new SourceLog(source, 1, 1).contributions()))
                .toList();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        parts.forEach(part -> part.bindTo(registry));
        for (Neighbour neighbour : Neighbour.values()) {
            Gauge.builder("hub.neighbour.away", () -> neighbours.away(neighbour) == null ? 0 : 1)
                    .description("1 while the broker, the registry or the database does not answer this process")
                    .tag("neighbour", neighbour.label())
                    .register(registry);
        }
    }

    /** Looks at what a scrape must not wait for, and at what was not there when the metrics were made. */
    void refresh() {
        routes.refresh();
        intake.refresh();
    }
}
