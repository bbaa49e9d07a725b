/** From a source's contributions to its figures, and from those to the monthly counters on their topic. Start at {@link vn.ndxhub.routes.publish.PublishRoute}. */
@NullMarked
package vn.ndxhub.routes.publish;

import org.jspecify.annotations.NullMarked;
