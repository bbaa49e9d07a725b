package vn.ndxhub.app.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.counting.StartOfCounting;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.pull.PullFailures;

/**
 * Puts a source to work on its event log, as a whole or not at all: everything is made before anything is opened, the engine
 * goes on last, and a failure closes what was opened, so that the next attempt finds nothing of this one.
 */
final class SourceStart {

    private static final Logger LOG = LoggerFactory.getLogger(SourceStart.class);

    private final HubParts parts;
    private final CamelContext camel;
    private final HubRunner.Work work;
    private final PullStart pulls;
    private final StartOfCounting start;
    private final Map<SourceId, List<String>> routes = new ConcurrentHashMap<>();
    private boolean canFail;

    SourceStart(HubParts parts, CamelContext camel, HubRunner.Work work, PullStart pulls, StartOfCounting start) {
        this.parts = parts;
        this.camel = camel;
        this.work = work;
        this.pulls = pulls;
        this.start = start;
    }

    CountingEngine begin(SourceLog log) throws Exception {
        sayHowRoutesFail();
        List<RouteBuilder> made = make(log);
        start.prepare(log, work.counting().applicationId(log));
        CountingEngine engine = new CountingEngine(parts.kafka(), work.counting(), log, parts.topology(log));
        try {
            for (RouteBuilder route : made) {
                add(log.source(), route);
            }
            engine.start();
        } catch (Exception e) {
            end(log, engine);
            throw e;
        }
        LOG.atInfo()
                .addKeyValue(LogKeys.SOURCE, log.source())
                .log("The source {} is counted on {} partitions of {}", log.source(), log.partitions(), log.events());
        return engine;
    }

    private List<RouteBuilder> make(SourceLog log) throws Exception {
        parts.definitions().announce(log.source());
        List<RouteBuilder> made = new ArrayList<>();
        made.add(parts.publish(log, work.figures()));
        made.add(parts.feed(log));
        made.add(parts.parked(log));
        made.addAll(pulls.routes(log.source()));
        return made;
    }

    private void add(SourceId source, RouteBuilder route) throws Exception {
        camel.addRoutes(route);
        route.getRouteCollection()
                .getRoutes()
                .forEach(each ->
                        routes.computeIfAbsent(source, of -> new ArrayList<>()).add(each.getRouteId()));
    }

    private void sayHowRoutesFail() throws Exception {
        if (!canFail) {
            camel.addRoutesConfigurations(new BatchFailures());
            camel.addRoutesConfigurations(new PullFailures());
            canFail = true;
        }
    }

    /** Whether no waiting mends a failure; then the process ends. */
    boolean endsFor(Exception failure) {
        return work.ending().endsFor(failure);
    }

    /** Why pulled sources make no progress, by source; those that do are not in it. */
    Map<String, String> pullFailures() {
        return pulls.failures();
    }

    /** Stops the routes of all sources at one go. */
    void stopRoutes() {
        try {
            camel.getRouteController().stopAllRoutes();
        } catch (Exception e) {
            LOG.error("The routes do not stop: {}", e.toString());
        }
    }

    /** Leaves nothing of the source at work. */
    void end(SourceLog log, CountingEngine engine) {
        List<String> open = routes.remove(log.source());
        if (open != null) {
            open.forEach(this::close);
        }
        pulls.close(log.source());
        engine.close();
    }

    private void close(String route) {
        try {
            camel.getRouteController().stopRoute(route);
            camel.removeRoute(route);
        } catch (Exception e) {
            LOG.atWarn().addKeyValue(LogKeys.ROUTE, route).log("The route {} does not stop: {}", route, e.toString());
        }
    }
}
