package vn.ndxhub.routes.counting;

import java.util.function.IntFunction;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.log.OriginalEvents;

/**
 * What counting needs to tell first events from copies, by partition of the event log.
 *
 * @param indexes closed with the store that asks for one
 * @param originals closed with the processor that asks for one
 */
public record LogIdentities(IntFunction<IdentityIndex> indexes, IntFunction<OriginalEvents> originals) {}
