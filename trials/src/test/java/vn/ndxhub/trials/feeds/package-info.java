/** How the hub's readers follow a feed on a real broker. */
@NullMarked
package vn.ndxhub.trials.feeds;

import org.jspecify.annotations.NullMarked;
