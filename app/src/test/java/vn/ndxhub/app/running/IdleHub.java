package vn.ndxhub.app.running;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ndxhub.app.configuration.GroupProperties;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.reporting.figures.StoredTotals;
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

    public Seals seals(SealFigures figures) {
        return new Seals(
                runner, null, null, figures, new GroupProperties("hub-feed", "hub-publish", "hub-pull", "hub-parked"));
    }

    public Recounts recounts(StoredTotals totals) {
        return new Recounts(runner, null, totals);
    }

    public HubStatus status(IntakeFigures intake) {
        KafkaSettings nowhere = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));
        return new HubStatus(runner, new BatchComponent(nowhere, null, topic -> Optional.empty()), intake);
    }
}
