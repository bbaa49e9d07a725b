package vn.ndxhub.schemas.registry;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Remembers that the registry is away, so that a stream of records does not wait for it one by one. */
final class Outage {

    private final long holdOff;
    private final LongSupplier nanoTime;
    private volatile boolean away;
    private volatile long until;
    private volatile String failure = "";

    Outage(Duration holdOff, LongSupplier nanoTime) {
        this.holdOff = holdOff.toNanos();
        this.nanoTime = nanoTime;
    }

    /** How often the next call may try again after a failure; a registry that was away is only probed. */
    int retries(int usual) {
        if (away && nanoTime.getAsLong() - until < 0) {
            throw new RegistryUnavailableException(
                    "The schema registry gave no answer a moment ago and is not asked again yet: " + failure);
        }
        return away ? 0 : usual;
    }

    void over() {
        away = false;
    }

    void begun(String why) {
        failure = why;
        until = nanoTime.getAsLong() + holdOff;
        away = true;
    }
}
