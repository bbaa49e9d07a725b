/** The command line of the trials; {@code ./hub chaos} calls it. Start at {@link vn.ndxhub.trials.launch.Chaos}. */
@NullMarked
package vn.ndxhub.trials.launch;

import org.jspecify.annotations.NullMarked;
