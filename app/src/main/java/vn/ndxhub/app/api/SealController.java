package vn.ndxhub.app.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.app.running.NotRunning;
import vn.ndxhub.app.seals.SealWish;
import vn.ndxhub.app.seals.Seals;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealDecision;
import vn.ndxhub.core.seal.SealDelayed;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.core.seal.SealPlan;
import vn.ndxhub.core.seal.SealResult;
import vn.ndxhub.reporting.figures.SealFigures;

/** Seals months, tells in advance what a seal would close, and shows the seals. */
@RestController
final class SealController {

    private static final String OPERATOR = "operator";

    private final OperatorToken token;
    private final Seals seals;
    private final SourceCatalog catalog;

    SealController(OperatorToken token, Seals seals, SourceCatalog catalog) {
        this.token = token;
        this.seals = seals;
        this.catalog = catalog;
    }

    /** @param restatement 0 for the first seal of the month */
    record Ordered(String source, String month, int number, int restatement) {}

    record Planned(
            String source,
            String month,
            int number,
            int restatement,
            SealPlan.Closes closes,
            SealPlan.Behind behind,
            List<String> warnings) {}

    record Order(int number, String month, int restatement, String requestedBy, Instant requestedAt) {}

    record VoidOrder(int number, String month, String requestedBy, String reason) {}

    record Orders(String source, List<Order> seals, List<VoidOrder> voids) {}

    @GetMapping("/api/v1/seals")
    List<SealFigures.Seal> seals() {
        return seals.figures().all();
    }

    @GetMapping("/api/v1/seals/{source}")
    Orders ordered(@PathVariable String source) {
        SealOrders orders = seals.ordered(known(source));
        return new Orders(
                source,
                orders.after(0).stream().map(SealController::order).toList(),
                orders.voids().stream().map(SealController::voidOrder).toList());
    }

    @PostMapping("/api/v1/seals/{source}/{month}")
    ResponseEntity<Object> seal(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String source,
            @PathVariable YearMonth month,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestParam(name = "silent", defaultValue = "false") boolean silent) {
        token.demand(authorization);
        try {
            return answer(source, seals.seal(known(source), new SealWish(month, OPERATOR, dryRun, silent)));
        } catch (SealDelayed | NotRunning e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage(), e);
        }
    }

    private static ResponseEntity<Object> answer(String source, SealResult result) {
        return switch (result) {
            case SealResult.Ordered(SealDecision.Accepted seal) ->
                ResponseEntity.accepted()
                        .body(new Ordered(source, seal.month().toString(), seal.number(), seal.restatement()));
            case SealResult.Planned(SealPlan plan) -> ResponseEntity.ok(planned(source, plan));
            case SealResult.Refused(String reason) -> throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
        };
    }

    private static Planned planned(String source, SealPlan plan) {
        SealDecision.Accepted seal = plan.seal();
        return new Planned(
                source,
                seal.month().toString(),
                seal.number(),
                seal.restatement(),
                plan.closes(),
                plan.behind(),
                plan.warnings());
    }

    private static Order order(SealDecision.Accepted seal) {
        return new Order(
                seal.number(),
                seal.month().toString(),
                seal.restatement(),
                seal.order().requestedBy(),
                Instant.ofEpochMilli(seal.order().requestedAt()));
    }

    private static VoidOrder voidOrder(SealDecision.Void nothing) {
        return new VoidOrder(
                nothing.order().number(),
                nothing.order().month().toString(),
                nothing.order().requestedBy(),
                nothing.reason());
    }

    private SourceId known(String source) {
        return catalog.sources().stream()
                .map(Source::id)
                .filter(id -> id.value().equals(source))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no source of this id"));
    }
}
