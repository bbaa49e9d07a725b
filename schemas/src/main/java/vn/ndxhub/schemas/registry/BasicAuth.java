package vn.ndxhub.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User name and password for the registry; neither is ever printed. */
public record BasicAuth(String user, String password) {

    static BasicAuth of(String userInfo, String key) {
        int colon = userInfo.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(key + " must have the form user:password");
        }
        return new BasicAuth(userInfo.substring(0, colon), userInfo.substring(colon + 1));
    }

    String header() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "BasicAuth[****]";
    }
}
