/** What was sent, and the figures that follow from it by the published rules, computed without any of the hub's counting classes. Start at {@link vn.ndxhub.simulation.ledger.Truth}. */
@NullMarked
package vn.ndxhub.simulation.ledger;

import org.jspecify.annotations.NullMarked;
