package vn.ndxhub.core.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;

/**
 * Index of one partition of the event log: identity to the place of its first event, as {@link LogPlace} has it. It answers for the log
 * and not for what has been counted, so that it may run ahead: an event counts if and only if its own place is the first. What else a
 * conflict or a retraction needs of an event is read from the log at its place. Confined to one thread at a time, but for {@link #known}.
 */
public interface IdentityIndex extends AutoCloseable {

    /** No such place. */
    long NONE = -1;

    /**
     * Notes an event, unless one with the same identity stands before it. Returns the first.
     *
     * @throws ForeignIndex where it must have read this entry before and has not
     */
    FirstEvent noteEvent(Identity identity, long place, long contentHash);

    /** The first event of an identity, or null. */
    @Nullable
    FirstEvent find(Identity identity);

    /**
     * Notes a retraction of the identity's event, unless one stands before it. Returns the place of the first.
     *
     * @throws ForeignIndex where it must have read this entry before and has not
     */
    long noteRetraction(Identity identity, long place);

    /** Place of the identity's first retraction, or {@link #NONE}. */
    long retraction(Identity identity);

    /** Notes that an item with this id was refused; the last one holds. */
    void noteRefusal(Identity identity, long place);

    /** Place of the identity's last refusal, or {@link #NONE}. */
    long refusal(Identity identity);

    /** As {@link #noteRefusal(Identity, long)}; one whose id could not be read is not noted. */
    default void noteRefusal(RefusalEntry refusal, long place) {
        String eventId = refusal.eventId();
        if (eventId != null) {
            noteRefusal(Identity.of(refusal.arrival().origin().source(), eventId), place);
        }
    }

    /** Notes all entries of the record at this offset. */
    default void note(long offset, List<? extends LogEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            long place = LogPlace.of(offset, i);
            switch (entries.get(i)) {
                case EventEntry event when event.isRetraction() -> noteRetraction(event.identity(), place);
                case EventEntry event -> noteEvent(event.identity(), place, event.contentHash());
                case RefusalEntry refusal -> noteRefusal(refusal, place);
                case SealEntry seal -> {}
            }
        }
        moveTo(offset + 1);
    }

    /** The offset up to which the log has been read into it. */
    long position();

    /** Says that the record before this offset, and all before it, have been read into it. */
    void moveTo(long next);

    /** Number of entries held. */
    long size();

    /** The same for other threads. */
    KnownIdentities known();

    /** Forgets everything, on disk, too: before the log is read again from its first record. */
    void clear();

    /** Keeps what it holds where it is one that is kept. */
    @Override
    void close();
}
