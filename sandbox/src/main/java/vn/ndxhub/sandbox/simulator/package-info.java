/** The simulated national databases: native bytes into Kafka, status pages over HTTP. Start at {@link vn.ndxhub.sandbox.simulator.Simulation}. */
@NullMarked
package vn.ndxhub.sandbox.simulator;

import org.jspecify.annotations.NullMarked;
