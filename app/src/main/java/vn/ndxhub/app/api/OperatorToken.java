package vn.ndxhub.app.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.app.configuration.InstanceProperties;

/** Lets operators change things, and nobody else; where no token is configured, nobody. */
@Component
final class OperatorToken {

    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] token;

    OperatorToken(InstanceProperties instance) {
        String configured = instance.operatorToken();
        this.token = configured == null ? null : configured.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ResponseStatusException 401 for anything but the token */
    void demand(@Nullable String authorization) {
        byte[] expected = token;
        boolean shown = authorization != null
                && authorization.startsWith(SCHEME)
                && expected != null
                && MessageDigest.isEqual(
                        expected, authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
        if (!shown) {
            throw new NotAnOperator();
        }
    }

    /** 401, and how to do better. */
    private static final class NotAnOperator extends ResponseStatusException {

        NotAnOperator() {
            super(
                    HttpStatus.UNAUTHORIZED,
                    "This needs the operator's token: Authorization: Bearer <hub.operator-token>");
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
            return headers;
        }
    }
}
