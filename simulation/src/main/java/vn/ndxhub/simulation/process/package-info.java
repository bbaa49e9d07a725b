/** Processes that can be killed between any two of their effects, and the one clock that all live by. */
@NullMarked
package vn.ndxhub.simulation.process;

import org.jspecify.annotations.NullMarked;
