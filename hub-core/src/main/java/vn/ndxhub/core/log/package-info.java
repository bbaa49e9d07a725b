/** What stands in the event log, one entry a trace: an event, a refusal, a seal. Start at {@link vn.ndxhub.core.log.LogEntry}. */
@NullMarked
package vn.ndxhub.core.log;

import org.jspecify.annotations.NullMarked;
