package vn.ndxhub.sandbox.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides whether all that was sent has arrived and is counted, and when to wait no longer. */
final class Arrival {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path hubLog;
    private final LongSupplier nanos;
    private @Nullable HubStatus last;
    private long changedAt;

    Arrival(Path hubLog) {
        this(hubLog, System::nanoTime);
    }

    Arrival(Path hubLog, LongSupplier nanos) {
        this.hubLog = hubLog;
        this.nanos = nanos;
        this.changedAt = nanos.getAsLong();
    }

    /** Every source's items are there, no more and no fewer, and no stage is behind. */
    boolean isComplete(HubStatus status, Map<String, Long> sent) {
        return status.lag() == 0
                && status.isBalanced()
                && sent.entrySet().stream().allMatch(source -> status.received(source.getKey()) == source.getValue());
    }

    /** @throws IllegalStateException if nothing has changed for five minutes, saying what is missing and where to look */
    void demandProgress(HubStatus status, Map<String, Long> sent) {
        long now = nanos.getAsLong();
        if (!status.equals(last)) {
            last = status;
            changedAt = now;
        } else if (now - changedAt > PATIENCE.toNanos()) {
            throw new IllegalStateException("Nothing has changed for " + PATIENCE.toMinutes() + " minutes. "
                    + missing(status, sent)
                    + (status.isBalanced() ? "" : " The closing equation does not hold.") + " Behind: feeds "
                    + status.feedLag() + ", log " + status.logLag()
                    + ", publication " + status.publishLag() + ". The hub's log is " + hubLog);
        }
    }

    private static String missing(HubStatus status, Map<String, Long> sent) {
        if (sent.isEmpty()) {
            return "The national databases are still sending.";
        }
        return new TreeMap<>(sent)
                .entrySet().stream()
                        .filter(source -> status.received(source.getKey()) != source.getValue())
                        .map(source -> source.getKey() + ": " + source.getValue() + " sent, "
                                + status.received(source.getKey()) + " received.")
                        .collect(Collectors.joining(" "));
    }
}
