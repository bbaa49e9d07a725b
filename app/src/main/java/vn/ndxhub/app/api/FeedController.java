package vn.ndxhub.app.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.app.configuration.GroupProperties;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.control.AcceptancePlan;
import vn.ndxhub.routes.control.FeedAcceptance;

/** Ends the alarm of a feed, or of what is parked of it, that was created again or has lost records. */
@RestController
final class FeedController {

    private static final String OPERATOR = "operator";

    private final OperatorToken token;
    private final SourceCatalog catalog;
    private final GroupProperties groups;
    private final FeedAcceptance acceptance;

    FeedController(OperatorToken token, SourceCatalog catalog, GroupProperties groups, FeedAcceptance acceptance) {
        this.token = token;
        this.catalog = catalog;
        this.groups = groups;
        this.acceptance = acceptance;
    }

    /**
     * What accepting the topics of a source does.
     *
     * @param isAccepted whether it was done; false for a dry run
     */
    record Answer(String source, boolean isAccepted, List<String> words) {}

    @PostMapping("/api/v1/feeds/{source}/acceptance")
    Answer accept(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String source,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun) {
        token.demand(authorization);
        SourceId id = known(source);
        try {
            List<AcceptancePlan> plans = List.of(
                    acceptance.plan(id.feedTopic(), groups.feed() + "-" + id),
                    acceptance.plan(id.parkedTopic(), groups.parked() + "-" + id));
            return answer(source, plans, dryRun);
        } catch (ExecutionException | TimeoutException e) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The brokers do not tell how the topics of " + source + " stand",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The hub stops", e);
        }
    }

    private Answer answer(String source, List<AcceptancePlan> plans, boolean dryRun) {
        List<AcceptancePlan> needed =
                plans.stream().filter(AcceptancePlan::isNeeded).toList();
        List<String> words = new ArrayList<>();
        (needed.isEmpty() ? plans : needed).forEach(plan -> words.addAll(plan.words()));
        if (!dryRun) {
            if (needed.isEmpty() || needed.stream().anyMatch(AcceptancePlan::isCut)) {
                throw new ResponseStatusException(HttpStatus.CONFLICT, String.join(" ", words));
            }
            needed.forEach(plan -> acceptance.accept(plan, OPERATOR));
        }
        return new Answer(source, !dryRun, words);
    }

    private SourceId known(String source) {
        return catalog.sources().stream()
                .map(each -> each.id())
                .filter(id -> id.value().equals(source))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no source of this id"));
    }
}
