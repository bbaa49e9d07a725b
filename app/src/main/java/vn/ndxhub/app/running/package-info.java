/** The hub at work: it checks the event log, then counts, then lets messages in; and what is to be known of its state. Start at {@link vn.ndxhub.app.running.HubRunner}. */
@NullMarked
package vn.ndxhub.app.running;

import org.jspecify.annotations.NullMarked;
