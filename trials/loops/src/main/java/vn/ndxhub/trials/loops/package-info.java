/** What the hub does for each event, loop by loop, in nanoseconds and bytes. Start at {@link vn.ndxhub.trials.loops.FeedLoops}. */
@NullMarked
package vn.ndxhub.trials.loops;

import org.jspecify.annotations.NullMarked;
