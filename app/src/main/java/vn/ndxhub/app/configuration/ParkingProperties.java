package vn.ndxhub.app.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.routes.rejects.WaitingSchemas;

/**
 * {@code hub.parking}: records whose schema id the registry does not know.
 *
 * @param retryAfter how long the registry is not asked again about an id that it has denied; doubles up to twenty times of it
 * @param giveUpAfter after so long an item whose id is denied still becomes a reject
 * @param mostBytes of the parked items of a source, whatever they wait for; when there are more, its feed waits
 */
@ConfigurationProperties("hub.parking")
public record ParkingProperties(
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("1GB") DataSize mostBytes) {

    /** A segment of the topic, which is given back as a whole, and what is parked between two looks. */
    private static final DataSize LEAST = DataSize.ofMegabytes(100);

    public ParkingProperties {
        if (retryAfter.toMillis() < 1) {
            throw new IllegalArgumentException("hub.parking.retry-after must be at least 1ms, e.g. 30s");
        }
        if (giveUpAfter.compareTo(retryAfter) < 0) {
            throw new IllegalArgumentException("hub.parking.give-up-after must be at least hub.parking.retry-after");
        }
        if (mostBytes.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("hub.parking.most-bytes must be at least 100MB, e.g. 1GB");
        }
    }

    /** How the registry is asked about them. */
    public WaitingSchemas.Rules rules() {
        return WaitingSchemas.Rules.of(retryAfter, giveUpAfter);
    }
}
