package vn.ndxhub.app.seals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealDecision;
import vn.ndxhub.core.seal.SealDelayed;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.core.seal.SealPlan;
import vn.ndxhub.core.seal.SealRequest;
import vn.ndxhub.core.seal.SealResult;
import vn.ndxhub.core.seal.Sealer;

/** Seals the months of one source, one at a time in this hub. */
final class SourceSeals {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SourceId source;
    private final Sealer sealer;
    private final Lags lags;
    private final ReentrantLock lock = new ReentrantLock();

    /** Records of the feed that are not read, and of the event log that are not counted. */
    record Lags(LongSupplier feed, LongSupplier log) {}

    SourceSeals(SourceId source, Sealer sealer, Lags lags) {
        this.source = source;
        this.sealer = sealer;
        this.lags = lags;
    }

    /**
     * Does what is wished for, or says why not.
     *
     * @param now milliseconds since 1970-01-01T00:00Z
     * @throws SealDelayed when something is away or late
     */
    SealResult seal(SealWish wish, long now, FiguresToSeal figures) {
        SealRequest request = new SealRequest(wish.month(), wish.by(), now);
        return switch (sealer.plan(request)) {
            case SealDecision.Void nothing -> new SealResult.Refused("Nothing is sealed: " + nothing.reason());
            case SealDecision.Accepted seal when !wish.isSilent() && !figures.hasAnyUpTo(seal.month()) -> silent(seal);
            case SealDecision.Accepted seal
            when wish.isDryRun() ->
                new SealResult.Planned(new SealPlan(
                        seal,
                        figures.closes(seal.month()),
                        new SealPlan.Behind(lags.feed().getAsLong(), lags.log().getAsLong(), figures.parked())));
            case SealDecision.Accepted seal -> sealed(request);
        };
    }

    private SealResult silent(SealDecision.Accepted seal) {
        return new SealResult.Refused("Nothing is sealed: no figure of " + source + " is published for " + seal.month()
                + " or any month before. Is the month right? If " + source
                + " had nothing to report, ask again with silent=true, or ./hub seal " + source + " " + seal.month()
                + " --silent");
    }

    private SealResult sealed(SealRequest request) {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SealDelayed("Another seal of " + source + " has been under way for " + PATIENCE.toSeconds()
                        + " s; nothing of this request is sealed. Ask again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealDelayed("Interrupted; nothing has been sealed");
        }
        try {
            return sealer.seal(request);
        } finally {
            lock.unlock();
        }
    }

    /** Completes what was ordered; nothing to do while a seal is being written here, which does the same. */
    void complete(SealOrders known) {
        if (lock.tryLock()) {
            try {
                if (sealer.isBehind(known)) {
                    sealer.complete();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
