/** Measures the hub beside what a user would take instead, on the same events in the same run. Start at {@link vn.ndxhub.trials.bench.Rounds}. */
@NullMarked
package vn.ndxhub.trials.bench;

import org.jspecify.annotations.NullMarked;
