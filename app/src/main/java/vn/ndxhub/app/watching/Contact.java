package vn.ndxhub.app.watching;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

/** Whether one neighbour answers. One look without an answer is chance, two in a row mean that it is away. */
final class Contact {

    private static final Logger LOG = LoggerFactory.getLogger(Contact.class);
    private static final int AWAY = 2;

    private final Neighbour neighbour;
    private final Question question;
    private final Clock clock;
    private volatile int missed;
    private volatile @Nullable Instant lastAnswer;
    private volatile String why = "";

    /** A cheap one, whose wait is bounded. */
    interface Question {

        /** Fails with whatever kept the answer away. */
        void ask() throws Exception;
    }

    Contact(Neighbour neighbour, Question question, Clock clock) {
        this.neighbour = neighbour;
        this.question = question;
        this.clock = clock;
    }

    /** Asks once. */
    synchronized void look() {
        try {
            question.ask();
            answered();
        } catch (InterruptedException e) {
            // The hub stops: that says nothing of the neighbour.
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            FatalErrors.rethrow(e);
            missed(e);
        }
    }

    /** Since when it has been away, in words; null while it is not. */
    @Nullable
    String away() {
        if (missed < AWAY) {
            return null;
        }
        Instant last = lastAnswer;
        return (last == null ? "has not answered yet" : "no answer since " + last) + why;
    }

    private void answered() {
        if (missed >= AWAY) {
            LOG.info("The {} answers again", neighbour.label());
        }
        lastAnswer = clock.instant();
        missed = 0;
        why = "";
    }

    // Said once, however long it stays away.
    private void missed(Exception failure) {
        // What the registry's client says holds the status and the code of the registry itself.
        why = failure instanceof RegistryUnavailableException ? ": " + failure.getMessage() : "";
        int now = missed + 1;
        missed = now;
        if (now == AWAY) {
            LOG.warn("The {} is away: {}", neighbour.label(), failure.toString());
        }
    }
}
