package vn.ndxhub.connectors.normalise;

/** What one thread works with: an item's native values, what is known of it, and its hash. */
record Desk(Slots slots, Draft draft, ContentHash hash) {

    static Desk of(SlotPlan plan, ItemMapper mapper) {
        return new Desk(new Slots(plan.fields().size()), mapper.newDraft(), mapper.newContentHash());
    }
}
