package vn.ndxhub.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;

class SourceLogTest {

    private static final SourceId LAND = new SourceId("land");

    @Test
    void namesTheTopicsOfTheFirstEpochByTheSourceAlone() {
        SourceLog log = new SourceLog(LAND, 1, 4);

        assertThat(log.events()).isEqualTo("hub.events.land");
        assertThat(log.contributions()).isEqualTo("hub.contributions.land");
        assertThat(log.named("hub-counting")).isEqualTo("hub-counting-land");
    }

    @Test
    void namesThoseOfALaterEpochByItsNumberToo() {
        SourceLog log = new SourceLog(LAND, 2, 8);

        assertThat(log.events()).isEqualTo("hub.events.land.2");
        assertThat(log.contributions()).isEqualTo("hub.contributions.land.2");
        assertThat(log.named("hub-counting")).isEqualTo("hub-counting-land.2");
    }

    @Test
    void givesNoTwoLogsOneName() {
        assertThat(new SourceLog(LAND, 2, 8).named("hub-counting"))
                .isNotEqualTo(new SourceLog(new SourceId("land-2"), 1, 8).named("hub-counting"));
    }

    @Test
    void hasAtLeastOneEpochAndOnePartition() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceLog(LAND, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceLog(LAND, 1, 0));
    }
}
