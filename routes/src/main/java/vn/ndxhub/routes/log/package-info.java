/** The event log as the hub reads and writes it: its bytes to entries of the core, and back. Start at {@link vn.ndxhub.routes.log.LogEntryReader}. */
@NullMarked
package vn.ndxhub.routes.log;

import org.jspecify.annotations.NullMarked;
