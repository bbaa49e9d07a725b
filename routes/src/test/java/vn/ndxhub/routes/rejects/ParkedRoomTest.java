package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.routes.LibraryFeed.LIBRARY;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;

class ParkedRoomTest {

    private final HandDrivenClock clock = new HandDrivenClock(Instant.parse("2023-09-10T03:00:00Z"));
    private final FakeBrokers brokers = new FakeBrokers();
    private final ParkedRoom room = new ParkedRoom(brokers, 1_000, clock);

    @Test
    void saysInWordsThatThereIsNoRoomLeft() {
        brokers.bytes = 1_000;

        assertThat(room.full(LIBRARY))
                .contains("hub.parked.library is full: 1000 bytes of at most 1000", "hub.parking.most-bytes");
        assertThat(room.full(new SourceId("archive"))).isNull();
    }

    @Test
    void seesRoomAgainAfterTenSeconds() {
        brokers.bytes = 1_000;
        room.full(LIBRARY);
        brokers.bytes = 10;

        assertThat(room.full(LIBRARY)).isNotNull();
        clock.forward(Duration.ofSeconds(10));
        assertThat(room.full(LIBRARY)).isNull();
        assertThat(brokers.looks).isEqualTo(2);
    }

    @Test
    void givesBackWhatIsDoneWithOnceHalfTheRoomIsTaken() {
        brokers.bytes = 499;
        room.full(LIBRARY);
        assertThat(brokers.reclaimed).isEmpty();

        brokers.bytes = 500;
        clock.forward(Duration.ofSeconds(10));
        room.full(LIBRARY);

        assertThat(brokers.reclaimed).containsExactly("hub.parked.library");
    }

    @Test
    void keepsWhatItSawLastWhileTheBrokersDoNotAnswer() {
        brokers.bytes = 1_000;
        room.full(LIBRARY);
        brokers.away = true;
        clock.forward(Duration.ofMinutes(1));

        assertThat(room.full(LIBRARY)).isNotNull();
    }

    private static final class FakeBrokers implements ParkedRoom.Brokers {

        private final List<String> reclaimed = new ArrayList<>();
        private long bytes;
        private int looks;
        private boolean away;

        @Override
        public Map<String, Long> sizes() throws IOException {
            looks++;
            if (away) {
                throw new IOException("no answer");
            }
            return Map.of("hub.parked.library", bytes);
        }

        @Override
        public void reclaim(String topic) {
            reclaimed.add(topic);
        }
    }
}
