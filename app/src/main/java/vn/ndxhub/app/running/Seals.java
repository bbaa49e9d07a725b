package vn.ndxhub.app.running;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.stereotype.Component;
import vn.ndxhub.app.configuration.GroupProperties;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.routes.seal.Sealer;

/** Seals months, one at a time. */
@Component
public final class Seals {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HubRunner runner;
    private final HubParts parts;
    private final Admin admin;
    private final SealFigures figures;
    private final String feedGroup;

    Seals(HubRunner runner, HubParts parts, Admin admin, SealFigures figures, GroupProperties groups) {
        this.runner = runner;
        this.parts = parts;
        this.admin = admin;
        this.figures = figures;
        this.feedGroup = groups.feed();
    }

    /**
     * Writes the month's next seal, or an unfinished one again. It is in force when all partitions have acknowledged it.
     *
     * @return the number of the seal
     * @throws NotRunning before the event log of the source has been checked
     */
    public synchronized int seal(SourceId source, YearMonth month, String requestedBy) {
        SourceLog log = runner.log(source);
        if (log == null) {
            throw new NotRunning();
        }
        int number = figures.next(source, month);
        try (Producer<byte[], byte[]> producer = parts.producer()) {
            new Sealer(admin, producer, parts.registry(), log, feedGroup + "-" + source)
                    .seal(month, number, requestedBy, PATIENCE);
        }
        return number;
    }

    public List<SealFigures.Seal> all() {
        return figures.all();
    }

    /** The hub does not count a source yet, or has stopped to. */
    public static final class NotRunning extends RuntimeException {

        NotRunning() {
            super("The hub does not count this now; see its health");
        }
    }
}
