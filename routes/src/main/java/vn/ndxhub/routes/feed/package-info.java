/** From {@code feed.<source>} to the event log: what an item became, and that its trace is safe before the next is read. Start at {@link vn.ndxhub.routes.feed.FeedRoute}. */
@NullMarked
package vn.ndxhub.routes.feed;

import org.jspecify.annotations.NullMarked;
