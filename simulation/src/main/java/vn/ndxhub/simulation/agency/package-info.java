/** The national databases of the simulated world: a source folder for all of them, and what they send, with every misbehaviour that the hub must stand. */
@NullMarked
package vn.ndxhub.simulation.agency;

import org.jspecify.annotations.NullMarked;
