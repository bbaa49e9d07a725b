package vn.ndxhub.app.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.parking}: records whose schema id the registry does not know.
 *
 * @param retryAfter how long such a record rests before it is read again
 * @param giveUpAfter after so long a denied id becomes a reject
 */
@ConfigurationProperties("hub.parking")
public record ParkingProperties(
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("24h") Duration giveUpAfter) {

    public ParkingProperties {
        if (retryAfter.toMillis() < 1) {
            throw new IllegalArgumentException("hub.parking.retry-after must be at least 1ms, e.g. 30s");
        }
        if (giveUpAfter.compareTo(retryAfter) < 0) {
            throw new IllegalArgumentException("hub.parking.give-up-after must be at least hub.parking.retry-after");
        }
    }

    /** How often the registry may deny an id. */
    public int denials() {
        return (int) Math.min(Integer.MAX_VALUE, giveUpAfter.toMillis() / retryAfter.toMillis());
    }
}
