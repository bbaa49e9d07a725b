package vn.ndxhub.core.seal;

/** What came of a request. */
public sealed interface SealResult {

    /** The order is accepted and its markers stand in every partition: in force when all have acknowledged them. */
    record Ordered(SealDecision.Accepted seal) implements SealResult {}

    /** It was only asked what would come of it. */
    record Planned(SealPlan plan) implements SealResult {}

    /**
     * Nothing of this request is sealed.
     *
     * @param reason in words, with what to do
     */
    record Refused(String reason) implements SealResult {}
}
