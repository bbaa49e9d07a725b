package vn.ndxhub.app.api;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.app.running.NotRunning;
import vn.ndxhub.app.running.Recounts;

/** What operators do beside sealing: count the log again. */
@RestController
final class OperatorController {

    private final OperatorToken token;
    private final Recounts recounts;

    OperatorController(OperatorToken token, Recounts recounts) {
        this.token = token;
        this.recounts = recounts;
    }

    @PostMapping("/api/v1/recounts/{month}")
    Recounts.Comparison recount(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable YearMonth month) {
        token.demand(authorization);
        try {
            return recounts.recount(month);
        } catch (NotRunning e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage(), e);
        } catch (Recounts.TooLarge e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
        }
    }
}
