package vn.ndxhub.routes.control;

import java.util.Optional;
import java.util.Set;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.schemas.contract.EventLog;

/** Which topic is the event log of a source, kept where every hub sees the same. */
public interface Declarations {

    /** Reads what hubs have declared since it was read last. */
    void refresh();

    /** The log in force, as it was last read; empty if none was ever declared. */
    Optional<EventLog> of(SourceId source);

    /** The sources of which a log was ever declared. */
    Set<SourceId> sources();

    /** Declares a log; of several for one epoch the first holds, and {@link #of} gives it. */
    void declare(EventLog log);
}
