package vn.ndxhub.app.api;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.app.running.Recounts;
import vn.ndxhub.app.running.Seals;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.routes.seal.Sealer;

/** What operators do: seal a month, count the log again. */
@RestController
final class OperatorController {

    private static final String OPERATOR = "operator";

    private final OperatorToken token;
    private final Seals seals;
    private final Recounts recounts;
    private final SourceCatalog catalog;

    OperatorController(OperatorToken token, SourceCatalog catalog, Seals seals, Recounts recounts) {
        this.token = token;
        this.catalog = catalog;
        this.seals = seals;
        this.recounts = recounts;
    }

    @GetMapping("/api/v1/seals")
    List<SealFigures.Seal> seals() {
        return seals.all();
    }

    @PostMapping("/api/v1/seals/{source}/{month}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> seal(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String source,
            @PathVariable YearMonth month) {
        token.demand(authorization);
        try {
            int number = seals.seal(known(source), month, OPERATOR);
            return Map.of("source", source, "month", month.toString(), "number", number);
        } catch (Sealer.SealDelayed | Seals.NotRunning e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage(), e);
        }
    }

    private SourceId known(String source) {
        return catalog.sources().stream()
                .map(Source::id)
                .filter(id -> id.value().equals(source))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no source of this id"));
    }

    @PostMapping("/api/v1/recounts/{month}")
    Recounts.Comparison recount(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable YearMonth month) {
        token.demand(authorization);
        try {
            return recounts.recount(month);
        } catch (Seals.NotRunning e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage(), e);
        } catch (Recounts.TooLarge e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
        }
    }
}
