package vn.ndxhub.app.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.publish.WriteFigures;
import vn.ndxhub.routes.pull.OwnersRoute;
import vn.ndxhub.routes.pull.PullFailures;
import vn.ndxhub.routes.pull.PullOwners;
import vn.ndxhub.routes.pull.PullRoute;
import vn.ndxhub.routes.pull.PullTurn;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contracts.Contracts;

/**
 * Puts the hub to work on one event log, as a whole or not at all: everything is made before anything is opened, the engine
 * goes on last, and a failure closes what was opened, so that the next attempt finds nothing of this one.
 */
final class HubStart {

    private static final Logger LOG = LoggerFactory.getLogger(HubStart.class);

    private final HubParts parts;
    private final Admin admin;
    private final CamelContext camel;
    private final HubRunner.Work work;
    private final Map<SourceId, PullTurn> turns = new ConcurrentHashMap<>();
    private boolean canFail;

    HubStart(HubParts parts, Admin admin, CamelContext camel, HubRunner.Work work) {
        this.parts = parts;
        this.admin = admin;
        this.camel = camel;
        this.work = work;
    }

    HubRunner.Running begin(EventLog log) throws Exception {
        List<RouteBuilder> routes = routes(log);
        CountingEngine engine = new CountingEngine(parts.kafka(), work.counting(), parts.topology(log));
        try {
            sayHowRoutesFail();
            for (RouteBuilder route : routes) {
                camel.addRoutes(route);
            }
            engine.start();
        } catch (Exception e) {
            close(engine);
            throw e;
        }
        LOG.info(
                "The hub counts {} sources on {} partitions of the event log",
                parts.catalog().sources().size(),
                log.getPartitions());
        return new HubRunner.Running(log, engine);
    }

    /** Why pulled sources do not get on, by source; those that do are not in it. */
    Map<String, String> pullFailures() {
        Map<String, String> failures = new TreeMap<>();
        turns.forEach((source, turn) -> {
            String why = turn.failure();
            if (why != null) {
                failures.put(source.value(), why);
            }
        });
        return failures;
    }

    private List<RouteBuilder> routes(EventLog log) throws ExecutionException, InterruptedException {
        List<RouteBuilder> routes = new ArrayList<>();
        routes.add(parts.publish(log, new WriteFigures(work.figures())));
        parts.catalog().sources().forEach(source -> routes.add(parts.feed(source, log)));
        routes.add(parts.parked(log));
        routes.addAll(pull());
        return routes;
    }

    private List<RouteBuilder> pull() throws ExecutionException, InterruptedException {
        if (work.pulled().all().isEmpty()) {
            return List.of();
        }
        PullOwners owners = new PullOwners(partitionsOfCursors());
        List<RouteBuilder> routes = new ArrayList<>(List.of(new OwnersRoute(owners)));
        for (PulledSources.Pulled pulled : work.pulled().all()) {
            PullTurn turn = new PullTurn(
                    pulled.source(),
                    pulled.pages(),
                    owners,
                    parts.kafka(),
                    work.pulled().timestamps());
            turns.put(pulled.source(), turn);
            routes.add(new PullRoute(pulled.source(), turn));
        }
        return routes;
    }

    private int partitionsOfCursors() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(Contracts.CURSORS))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private void sayHowRoutesFail() throws Exception {
        if (!canFail) {
            camel.addRoutesConfigurations(new BatchFailures());
            camel.addRoutesConfigurations(new PullFailures());
            canFail = true;
        }
    }

    private void close(CountingEngine engine) {
        for (Route route : camel.getRoutes()) {
            try {
                camel.getRouteController().stopRoute(route.getRouteId());
                camel.removeRoute(route.getRouteId());
            } catch (Exception e) {
                LOG.warn("The route {} does not stop: {}", route.getRouteId(), e.toString());
            }
        }
        turns.values().forEach(PullTurn::close);
        turns.clear();
        engine.close();
    }
}
