package vn.ndxhub.sandbox.launch;

/** How the hub's report compares with the printed one: a table for people, JSON for programs. */
record Verdict(boolean allEqual, String table, String json, String url) {

    /** Compares a report, as the hub gives it in JSON. */
    @FunctionalInterface
    interface Judge {
        Verdict judge(String report, String url);
    }
}
