package vn.ndxhub.sandbox.scenario;

/** What must become of an item. */
public enum Expectation {
    COUNTED,
    DUPLICATE,
    CONFLICT,
    RETRACTION,
    REJECTED,
    PARKED
}
