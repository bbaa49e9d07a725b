/** From {@code hub.contributions} to the monthly counters and the figure store. Start at {@link vn.ndxhub.routes.publish.PublishRoute}. */
@NullMarked
package vn.ndxhub.routes.publish;

import org.jspecify.annotations.NullMarked;
