/**
 * Which identities a partition of the event log has had, and where each stood first: the newest in memory, the others in sorted
 * segments on disk. Start at {@link vn.ndxhub.core.index.IdentityIndex}.
 */
@NullMarked
package vn.ndxhub.core.index;

import org.jspecify.annotations.NullMarked;
