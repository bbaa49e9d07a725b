package vn.ndxhub.schemas.registry;

import java.time.Duration;

/**
 * How long the client waits and how often it tries: {@code total} bounds one call with all its retries; {@code missing} is how
 * long a denied id or a dead registry is remembered before it is asked again.
 */
public record RegistryTimes(
        Duration connect,
        Duration request,
        Duration total,
        int retries,
        Duration firstWait,
        Duration maxWait,
        Duration missing) {

    public static final RegistryTimes DEFAULT = new RegistryTimes(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            3,
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1));
}
