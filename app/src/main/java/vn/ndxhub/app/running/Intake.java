package vn.ndxhub.app.running;

import java.time.Clock;
import vn.ndxhub.app.configuration.ParkingProperties;
import vn.ndxhub.connectors.normalise.NormaliserSettings;

/** How what comes in is read, and when that is read again which could not be. */
public record Intake(NormaliserSettings normalising, ParkingProperties parking, Clock clock) {}
