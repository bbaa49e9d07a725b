/** What operators see of a hub: its health and its metrics, from state that costs no waiting. Start at {@link vn.ndxhub.app.watching.HubHealth}. */
@NullMarked
package vn.ndxhub.app.watching;

import org.jspecify.annotations.NullMarked;
