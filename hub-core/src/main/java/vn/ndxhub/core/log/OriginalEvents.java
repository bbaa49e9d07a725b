package vn.ndxhub.core.log;

import java.util.Map;
import java.util.SortedSet;

/**
 * Events of one partition of the log, read again at their places: what the identity index does not keep of them. Few entries need it, a
 * retraction or a copy with other content. Confined to one thread.
 */
@FunctionalInterface
public interface OriginalEvents extends AutoCloseable {

    /**
     * The events at these places, as {@link LogPlace} has them.
     *
     * @throws NoSuchEvent when no event stands at one of them
     */
    Map<Long, EventEntry> at(SortedSet<Long> places);

    /** Nothing is read any more. */
    @Override
    default void close() {}
}
