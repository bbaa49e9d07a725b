/** The event log as the hub reads it: bytes of {@code hub.events} to entries of the core, and the rule that the log never changes its identity. */
@NullMarked
package vn.ndxhub.routes.log;

import org.jspecify.annotations.NullMarked;
