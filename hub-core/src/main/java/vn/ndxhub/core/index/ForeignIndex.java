package vn.ndxhub.core.index;

import vn.ndxhub.core.log.LogPlace;

/** The log holds an entry that an index which says that it has read so far does not know: it has read another log. */
public final class ForeignIndex extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForeignIndex(long place, long position) {
        super("The identity index has read the event log up to offset " + position
                + ", but does not know the entry at offset "
                + LogPlace.offset(place) + ", index " + LogPlace.index(place)
                + ": the log has lost its end since, or the index is of another one");
    }
}
