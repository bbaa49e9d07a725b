/** Seals: markers written into every partition of the event log. Start at {@link vn.ndxhub.routes.seal.Sealer}. */
@NullMarked
package vn.ndxhub.routes.seal;

import org.jspecify.annotations.NullMarked;
