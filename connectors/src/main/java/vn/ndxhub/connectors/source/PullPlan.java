package vn.ndxhub.connectors.source;

import tools.jackson.core.JsonPointer;

/**
 * Where a pulled source keeps its status pages and what a page says about itself.
 *
 * @param path below the source's base address
 * @param cursorParameter query parameter that asks for a page; left out for the first one
 * @param cursor of the page itself
 * @param next cursor of the page after it; absent while the page is still open
 * @param sequence number of the page, without gaps
 */
public record PullPlan(
        String path, String cursorParameter, JsonPointer cursor, JsonPointer next, JsonPointer sequence) {}
