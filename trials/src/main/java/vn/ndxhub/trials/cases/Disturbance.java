package vn.ndxhub.trials.cases;

/**
 * What goes wrong in a mix of faults, and how it ends.
 *
 * @param ends after which others
 */
record Disturbance(String what, Turn ends, Step begin, Step end) {

    interface Step {
        void run() throws Exception;
    }

    /** Whose turn it is to come back. */
    enum Turn {
        FROZEN,
        NEEDED_BY_HUBS,
        HUB
    }
}
