package vn.ndxhub.core.counting;

/** What became of one entry of the log. */
public enum Outcome {
    /** The first of its identity: counted. */
    COUNTED,
    /** Same identity, same content, another origin. */
    DUPLICATE,
    /** Same identity, other content: the first holds, this one is to be rejected. */
    CONFLICT,
    /** Took back what its event had given, or will give. */
    RETRACTED,
    /** A refusal's trace: rejected, parked or released. */
    REFUSED,
    /** The same origin again: counted nowhere. */
    REDELIVERED,
    /** A seal took effect. */
    SEALED,
    /** A seal out of turn: a no-op. */
    IGNORED
}
