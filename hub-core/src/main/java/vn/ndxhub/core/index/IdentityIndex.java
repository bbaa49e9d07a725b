package vn.ndxhub.core.index;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;

/**
 * Index of one partition of the event log: identity to the place of its first event, as {@link vn.ndxhub.core.log.LogPlace} has it. It
 * answers for the log and not for what has been counted, so that it may run ahead: an event counts if and only if its own place is the
 * first. Beside the place it keeps what a conflict and a retraction need. Confined to one thread at a time.
 */
public interface IdentityIndex extends AutoCloseable {

    /** No such place. */
    long NONE = -1;

    /** Notes an event, unless one with the same identity stands before it. Returns the first. */
    FirstEvent noteEvent(Identity identity, long place, long contentHash, long quantity, int profile);

    /** The first event of an identity, or null. */
    @Nullable
    FirstEvent find(Identity identity);

    /** Notes a retraction of the identity's event, unless one stands before it. Returns the place of the first. */
    long noteRetraction(Identity identity, long place);

    /** Place of the identity's first retraction, or {@link #NONE}. */
    long retraction(Identity identity);

    /** The offset up to which the log has been read into it. */
    long position();

    /** Says that the record before this offset, and all before it, have been read into it. */
    void moveTo(long next);

    /** Number of identities held. */
    long size();

    /** Forgets everything: before the log is read again. */
    void clear();

    /** Forgets everything, for good. */
    @Override
    void close();
}
