/** Runs one fault against real processes and has the oracles judge it. Start at {@link vn.ndxhub.trials.faults.FaultRun}. */
@NullMarked
package vn.ndxhub.trials.faults;

import org.jspecify.annotations.NullMarked;
