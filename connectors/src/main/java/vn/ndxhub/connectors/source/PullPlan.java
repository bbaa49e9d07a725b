package vn.ndxhub.connectors.source;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Where a pulled source keeps its status pages and what a page says about itself.
 *
 * @param path below the source's base address
 * @param cursorParameter query parameter that asks for a page; left out for the first one
 * @param cursor of the page itself
 * @param next cursor of the page after it; absent while the page is still open
 * @param sequence number of the page, without gaps
 * @param issued when the source closed the page, milliseconds since 1970-01-01T00:00Z; null where its pages do not tell
 */
public record PullPlan(
        String path,
        String cursorParameter,
        JsonPointer cursor,
        JsonPointer next,
        JsonPointer sequence,
        @Nullable JsonPointer issued) {}
