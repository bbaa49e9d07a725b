/**
 * What hubs agree on through {@code hub.control}: which topic is the event log of a source, and which topics were read. Start at
 * {@link vn.ndxhub.routes.control.EventLogGuard}.
 */
@NullMarked
package vn.ndxhub.routes.control;

import org.jspecify.annotations.NullMarked;
