package vn.ndxhub.app.configuration;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ndxhub.connectors.pull.PullEndpoint;
import vn.ndxhub.core.identity.SourceId;

/**
 * {@code hub.pull.<source>}: where one pulled source is asked.
 *
 * @param url base address; without one it is not pulled
 * @param authorization value of the Authorization header, if it wants one
 */
public record PullAddress(@Nullable String url, @Nullable String authorization) {

    public PullAddress {
        // An empty environment variable means: not given.
        url = url == null || url.isBlank() ? null : url;
        authorization = authorization == null || authorization.isBlank() ? null : authorization;
    }

    /**
     * Null for a source that has no address.
     *
     * @throws IllegalArgumentException naming the key of an address that is none
     */
    public static @Nullable PullEndpoint of(SourceId source, Environment environment) {
        PullAddress address = Binder.get(environment).bindOrCreate("hub.pull." + source, PullAddress.class);
        if (address.url == null) {
            return null;
        }
        try {
            return new PullEndpoint(URI.create(address.url), address.authorization);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hub.pull." + source + ".url: " + e.getMessage(), e);
        }
    }

    /** The authorization stays out of every log, also one that is part of the address. */
    @Override
    public String toString() {
        return "PullAddress[" + (url == null ? "none" : "***") + "]";
    }
}
