package vn.ndxhub.app.watching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.ndxhub.app.running.SourceState;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;

/**
 * Ready while the broker answers and sources are counted. What makes no progress, or has stopped, while the others go on shows as degraded:
 * a source, a reader, a pulled source, the registry, the database.
 */
@Component("eventLog")
final class HubHealth implements HealthIndicator {

    /** Works, but not all of it. */
    private static final Status DEGRADED = new Status("DEGRADED");

    /** A batch, or a transaction of somebody else's, that takes longer than this does not get on. */
    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final HubState hub;
    private final Neighbours neighbours;
    private final Clock clock;

    HubHealth(HubState hub, Neighbours neighbours, Clock clock) {
        this.hub = hub;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        hub.sources().forEach(source -> showSource(health, source));
        showOthers(health);
        showUnasked(health);
        hub.readers().forEach(reader -> showReader(health, reader));
        showOpenTransactions(health);
        hub.pulls().forEach(pull -> showFailure(health, "pull " + pull.source(), pull.failure()));
        showFailure(health, Neighbour.REGISTRY.label(), neighbours.away(Neighbour.REGISTRY));
        showFailure(health, Neighbour.DATABASE.label(), neighbours.away(Neighbour.DATABASE));
        // Last, because it is the gravest.
        showStandstill(health);
        return health.build();
    }

    // That may be as it should be: it is told, and nothing more.
    private void showUnasked(Health.Builder health) {
        List<SourceId> unasked = hub.withoutUrl();
        if (!unasked.isEmpty()) {
            health.withDetail("notPulled", unasked.stream().map(SourceId::value).toList());
        }
    }

    private void showReader(Health.Builder health, HubState.Reader reader) {
        if (reader.failure() != null) {
            showFailure(health, reader.isBroken() ? "alarm " + reader.topic() : reader.topic(), reader.failure());
        } else if (isTooLongAgo(reader.workingSince())) {
            showFailure(health, reader.topic(), "has been at one batch since " + reader.workingSince());
        }
    }

    private void showOpenTransactions(Health.Builder health) {
        hub.openTransactions().forEach((partition, since) -> {
            if (isTooLongAgo(since)) {
                String what = "open since " + since + ": what follows is not shown";
                showFailure(health, "transaction " + partition, what);
            }
        });
    }

    private static void showFailure(Health.Builder health, String where, @Nullable String what) {
        if (what != null) {
            health.status(DEGRADED).withDetail(where, what);
        }
    }

    private static void showSource(Health.Builder health, SourceState source) {
        if (source.is(Kind.ALARM)) {
            showFailure(health, "alarm " + source.source(), source.why());
        } else if (!source.is(Kind.RUNNING) && !source.is(Kind.NOT_HERE)) {
            showFailure(health, "source " + source.source(), source.words());
        }
    }

    // That may be as it should be: it is told, and nothing more.
    private void showOthers(Health.Builder health) {
        List<String> notHere = hub.sources().stream()
                .filter(source -> source.is(Kind.NOT_HERE))
                .map(source -> source.source().value())
                .toList();
        if (!notHere.isEmpty()) {
            health.withDetail("notHere", notHere);
        }
    }

    private void showStandstill(Health.Builder health) {
        String broker = neighbours.away(Neighbour.BROKER);
        if (broker != null) {
            health.outOfService().withDetail(Neighbour.BROKER.label(), broker);
        }
        List<SourceState> sources = hub.sources().stream()
                .filter(source -> !source.is(Kind.NOT_HERE))
                .toList();
        if (!sources.isEmpty() && sources.stream().allMatch(source -> source.is(Kind.ALARM))) {
            health.down();
        } else if (sources.stream().noneMatch(source -> source.is(Kind.RUNNING))
                || sources.stream().anyMatch(source -> source.is(Kind.STARTING))) {
            health.outOfService();
        }
    }

    private boolean isTooLongAgo(@Nullable Instant since) {
        return since != null && since.plus(TOO_LONG).isBefore(clock.instant());
    }
}
