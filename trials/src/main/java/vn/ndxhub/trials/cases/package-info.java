/** The faults of the list, a class each. Start at {@link vn.ndxhub.trials.cases.Faults}. */
@NullMarked
package vn.ndxhub.trials.cases;

import org.jspecify.annotations.NullMarked;
