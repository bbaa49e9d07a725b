package vn.ndxhub.app.running;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.pull.OwnersRoute;
import vn.ndxhub.routes.pull.PullOwners;
import vn.ndxhub.routes.pull.PullRoute;
import vn.ndxhub.routes.pull.PullTurn;
import vn.ndxhub.schemas.topics.HubTopic;

/** The routes that pull, a source at a time; which hub pulls which is settled by one route for all of them. */
final class PullStart {

    private final PulledSources pulled;
    private final KafkaSettings kafka;
    private final Admin admin;
    private final CamelContext camel;
    private final Map<SourceId, PullTurn> turns = new ConcurrentHashMap<>();
    private @Nullable PullOwners owners;

    PullStart(PulledSources pulled, KafkaSettings kafka, Admin admin, CamelContext camel) {
        this.pulled = pulled;
        this.kafka = kafka;
        this.admin = admin;
        this.camel = camel;
    }

    /** None for a source that is not pulled. */
    List<RouteBuilder> routes(SourceId source) throws Exception {
        for (PulledSources.Pulled each : pulled.all()) {
            if (each.source().equals(source)) {
                PullTurn turn = new PullTurn(source, each.pages(), owners(), kafka, pulled.timestamps());
                turns.put(source, turn);
                return List.of(new PullRoute(source, turn));
            }
        }
        return List.of();
    }

    /** Why pulled sources make no progress, by source; those that do are not in it. */
    Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        turns.forEach((source, turn) -> {
            String why = turn.failure();
            if (why != null) {
                failures.put(source.value(), why);
            }
        });
        return failures;
    }

    void close(SourceId source) {
        PullTurn turn = turns.remove(source);
        if (turn != null) {
            turn.close();
        }
    }

    // Once, and for as long as this process lives: it is no source's.
    private PullOwners owners() throws Exception {
        PullOwners known = owners;
        if (known == null) {
            known = new PullOwners(partitionsOfCursors());
            camel.addRoutes(new OwnersRoute(known));
            owners = known;
        }
        return known;
    }

    private int partitionsOfCursors() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(HubTopic.CURSORS.topic()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }
}
