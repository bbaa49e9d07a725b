package vn.ndxhub.app.running;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.figures.StoredObservations;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;

/** A hub that has no source at work, and asks no broker. */
public final class IdleHub {

    private final HubRunner runner = new HubRunner(
            List.of(),
            BadFolders.none(),
            null,
            new HubRunner.Looks(null, new KnownLogs(), null, Clock.systemUTC()),
            null);

    public HubRunner runner() {
        return runner;
    }

    public Recounts recounts(StoredObservations observations, TransactionTemplate oneSnapshot) {
        return new Recounts(runner, null, observations, oneSnapshot);
    }

    public HubStatus status(IntakeFigures intake) {
        KafkaSettings nowhere = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));
        return new HubStatus(runner, new BatchComponent(nowhere, null, topic -> Optional.empty()), intake);
    }
}
