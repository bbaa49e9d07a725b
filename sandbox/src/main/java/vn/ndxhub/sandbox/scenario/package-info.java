/** Plans what the simulated national databases say, so that the printed figures come out. Start at {@link vn.ndxhub.sandbox.scenario.Scenario}. */
@NullMarked
package vn.ndxhub.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
