package vn.ndxhub.routes.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** The declaration of the event log as it stands on {@code hub.control}: the first one holds. */
public final class ControlLog implements EventLogGuard.DeclaredLog {

    private final ControlTopic control;

    public ControlLog(KafkaSettings kafka, SchemaRegistry registry) {
        this.control = new ControlTopic(kafka, registry);
    }

    @Override
    public Optional<EventLog> read() {
        List<EventLog> declared = new ArrayList<>();
        control.read(record -> {
            if (record instanceof EventLog log) {
                declared.add(log);
            }
        });
        return declared.stream().findFirst();
    }

    @Override
    public void declare(EventLog log) {
        control.write(log.getTopic(), log);
    }
}
