package vn.ndxhub.schemas.registry;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Remembers that the registry is away, so that a stream of records does not wait for it one by one. */
final class Outage {

    private final long holdOff;
    private final LongSupplier nanoTime;
    private volatile boolean away;
    private volatile long until;

    Outage(Duration holdOff, LongSupplier nanoTime) {
        this.holdOff = holdOff.toNanos();
        this.nanoTime = nanoTime;
    }

    /** How often the next call may try again after a failure; a registry that was away is only probed. */
    int retries(int usual) {
        if (away && nanoTime.getAsLong() - until < 0) {
            throw new RegistryUnavailableException(
                    "The schema registry did not answer a moment ago and is not asked again yet");
        }
        return away ? 0 : usual;
    }

    void over() {
        away = false;
    }

    void begun() {
        until = nanoTime.getAsLong() + holdOff;
        away = true;
    }
}
