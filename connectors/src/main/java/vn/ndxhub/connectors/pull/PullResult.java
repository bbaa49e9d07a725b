package vn.ndxhub.connectors.pull;

/** What came of asking a source for its next page. */
public sealed interface PullResult {

    /** The next page, complete and in its turn. */
    record Pulled(Page page) implements PullResult {}

    /** There is no page yet, or it is still open. */
    record NothingNew() implements PullResult {}

    /** The source answered, and the answer must not be taken: ask again from the same position. */
    record Refused(PageFault fault, String message) implements PullResult {}
}
