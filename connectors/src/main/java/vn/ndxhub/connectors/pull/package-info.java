/** Databases that are asked for their status pages over HTTP. Start at {@link vn.ndxhub.connectors.pull.StatusPages}. */
@NullMarked
package vn.ndxhub.connectors.pull;

import org.jspecify.annotations.NullMarked;
