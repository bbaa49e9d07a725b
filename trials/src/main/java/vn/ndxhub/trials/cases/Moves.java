package vn.ndxhub.trials.cases;

import vn.ndxhub.sandbox.scenario.PlannedItem;

/** Which items are plain events. */
final class Moves {

    private Moves() {}

    /** Whether the item gives something, and nothing but flows and movements. */
    static boolean only(PlannedItem item) {
        return !item.cells().isEmpty()
                && item.cells().stream()
                        .allMatch(cell ->
                                cell.part().equals("FLOW") || cell.part().equals("MOVEMENT"));
    }
}
