package vn.ndxhub.app.seals;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.app.running.HubRunner;
import vn.ndxhub.app.running.NotRunning;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.core.seal.SealResult;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.batch.LogKeys;

/** The seals of all sources of this hub: asked for, shown in advance, completed. */
public final class Seals {

    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

    private final HubRunner runner;
    private final SealParts parts;
    private final SealedFigures figures;
    private final Clock clock;
    private final Map<SourceId, Sealing> sealings = new ConcurrentHashMap<>();

    private record Sealing(SourceLog log, SourceSeals seals) {}

    public Seals(HubRunner runner, SealParts parts, SealedFigures figures, Clock clock) {
        this.runner = runner;
        this.parts = parts;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Seals a month, restates one that is sealed, or says what that would close. A seal is in force when all partitions of the log have
     * acknowledged it.
     *
     * @throws NotRunning before the event log of the source has been checked
     * @throws vn.ndxhub.core.seal.SealDelayed when something is away or late
     */
    public SealResult seal(SourceId source, SealWish wish) {
        SourceLog log = runner.log(source);
        if (log == null) {
            throw new NotRunning();
        }
        return of(log).seal(wish, clock.millis(), figures.of(source));
    }

    /** The seals of a source as they were ordered, by whatever hub. */
    public SealOrders ordered(SourceId source) {
        return parts.orders().of(source);
    }

    /** The seals as partitions have acknowledged them. */
    public SealedFigures figures() {
        return figures;
    }

    /** Completes what hubs have ordered and not finished; what cannot be completed now is tried again the next time. */
    void complete() {
        try {
            parts.orders().refresh();
        } catch (RuntimeException e) {
            FatalErrors.rethrow(e);
            LOG.warn("The orders of seals cannot be read now: {}", e.toString());
            return;
        }
        runner.logs().forEach(this::complete);
    }

    private void complete(SourceLog log) {
        SourceId source = log.source();
        try {
            of(log).complete(parts.orders().known(source));
        } catch (RuntimeException e) {
            FatalErrors.rethrow(e);
            LOG.atWarn()
                    .addKeyValue(LogKeys.SOURCE, source)
                    .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
                    .log("The seals of {} cannot be completed now and are tried again: {}", source, e.toString());
        }
    }

    private SourceSeals of(SourceLog log) {
        return sealings.compute(
                        log.source(),
                        (source, known) ->
                                known != null && known.log().equals(log) ? known : new Sealing(log, parts.of(log)))
                .seals();
    }
}
