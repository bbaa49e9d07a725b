package vn.ndxhub.connectors.pull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a source is asked.
 *
 * @param authorization value of the Authorization header; never shown
 */
public record PullEndpoint(URI base, @Nullable String authorization) {

    public PullEndpoint {
        String scheme = base.getScheme();
        boolean web = "http".equals(scheme) || "https".equals(scheme);
        if (!web || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("The base address of a pulled source is http(s)://host[:port][/path]");
        }
    }

    URI resolve(String pathAndQuery) {
        String address = base.toString();
        return URI.create(
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + pathAndQuery);
    }

    @Override
    public String toString() {
        return base + (authorization == null ? "" : " with authorization");
    }
}
