/**
 * What stands in the event log, one entry a trace: an event, a refusal, a seal. Start at {@link vn.ndxhub.core.log.LogEntry};
 * {@link vn.ndxhub.core.log.SourceLog} says whose log it is.
 */
@NullMarked
package vn.ndxhub.core.log;

import org.jspecify.annotations.NullMarked;
