package vn.ndxhub.app.running;

import java.time.Clock;
import vn.ndxhub.app.configuration.ParkingProperties;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.routes.rejects.ParkedRoom;

/** How what comes in is read, and how what cannot be decided yet waits. */
public record Intake(NormaliserSettings normalising, ParkingProperties parking, ParkedRoom room, Clock clock) {}
