/** Who an event is: source, id, identity, set digest, origin, and the partition of the log it belongs to. Start at {@link vn.ndxhub.core.identity.Identity}. */
@NullMarked
package vn.ndxhub.core.identity;

import org.jspecify.annotations.NullMarked;
