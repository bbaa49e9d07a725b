package vn.ndxhub.app.running;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.app.configuration.ParkingProperties;
import vn.ndxhub.routes.rejects.ParkedRoom;

/** Parking in which nothing is parked. */
final class IdleParking {

    static final ParkingProperties PROPERTIES =
            new ParkingProperties(Duration.ofSeconds(30), Duration.ofHours(24), DataSize.ofGigabytes(1));

    static final ParkedRoom ROOM = new ParkedRoom(new NothingParked(), 1, Clock.systemUTC());

    private IdleParking() {}

    private static final class NothingParked implements ParkedRoom.Brokers {

        @Override
        public Map<String, Long> sizes() {
            return Map.of();
        }

        @Override
        public void reclaim(String topic) {
            throw new IllegalStateException("Nothing is parked");
        }
    }
}
