package vn.ndxhub.connectors.pull;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.connectors.source.PullPlan;

/** Judges whether a body is the page that belongs at a position; what its items are worth is not decided here. */
final class PageReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final PullPlan plan;

    PageReader(PullPlan plan) {
        this.plan = plan;
    }

    PullResult read(byte[] body, PullPosition expected) {
        JsonNode page;
        try {
            page = JSON.readTree(body);
        } catch (JacksonException e) {
            return refused(PageFault.UNREADABLE, "The page is no JSON");
        }
        String cursor = text(page.at(plan.cursor()));
        JsonNode number = page.at(plan.sequence());
        if (cursor == null || !number.isIntegralNumber() || !number.canConvertToLong()) {
            return refused(PageFault.UNREADABLE, "The page lacks its cursor or its number");
        }
        PullResult outOfTurn = outOfTurn(cursor, number.longValue(), expected);
        if (outOfTurn != null) {
            return outOfTurn;
        }
        String next = text(page.at(plan.next()));
        if (next == null) {
            return new PullResult.NothingNew();
        }
        if (next.equals(cursor)) {
            return refused(PageFault.REPEATED, "Page " + expected.sequence() + " names itself as the next page");
        }
        String goOn = expected.after(next).toString();
        return new PullResult.Pulled(new Page(body, cursor, goOn, number.longValue(), issued(page)));
    }

    private static @Nullable PullResult outOfTurn(String cursor, long number, PullPosition expected) {
        if (number < expected.sequence()) {
            return refused(
                    PageFault.REPEATED,
                    "Page " + number + " was taken before; page " + expected.sequence() + " is due");
        }
        if (number > expected.sequence()) {
            return refused(
                    PageFault.SKIPPED,
                    "Page " + number + " came where page " + expected.sequence()
                            + " is due; the source must give the pages between");
        }
        if (expected.cursor() != null && !expected.cursor().equals(cursor)) {
            return refused(PageFault.OTHER_CURSOR, "Page " + number + " does not have the cursor that was asked for");
        }
        return null;
    }

    private static PullResult refused(PageFault fault, String message) {
        return new PullResult.Refused(fault, message);
    }

    private @Nullable Long issued(JsonNode page) {
        if (plan.issued() == null) {
            return null;
        }
        JsonNode issued = page.at(plan.issued());
        return issued.isIntegralNumber() && issued.canConvertToLong() ? Long.valueOf(issued.longValue()) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty() ? node.stringValue() : null;
    }
}
