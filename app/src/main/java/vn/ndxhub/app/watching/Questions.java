package vn.ndxhub.app.watching;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import vn.ndxhub.reporting.store.PostgresFigureStore;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/** The cheapest question to each neighbour that only one at work can answer. */
final class Questions {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String SUBJECT = EventLog.getClassSchema().getFullName();

    private Questions() {}

    static Map<Neighbour, Contact.Question> to(
            Admin broker, HttpSchemaRegistry registry, PostgresFigureStore database) {
        Map<Neighbour, Contact.Question> questions = new EnumMap<>(Neighbour.class);
        questions.put(Neighbour.BROKER, () -> ask(broker));
        questions.put(Neighbour.REGISTRY, () -> ask(registry));
        questions.put(Neighbour.DATABASE, () -> database.demandAnswer(PATIENCE));
        return questions;
    }

    private static void ask(Admin broker) throws Exception {
        int millis = Math.toIntExact(PATIENCE.toMillis());
        broker.describeCluster(new DescribeClusterOptions().timeoutMs(millis))
                .nodes()
                .get(millis, TimeUnit.MILLISECONDS);
    }

    private static void ask(HttpSchemaRegistry registry) {
        try {
            registry.versions(SUBJECT);
        } catch (UnknownSchemaException denied) {
            // Who denies something answers.
        }
    }
}
