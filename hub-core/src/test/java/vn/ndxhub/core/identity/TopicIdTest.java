package vn.ndxhub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicIdTest {

    @Test
    void readsAndWritesKafkasOwnText() {
        String text = "q1Sh-9_ISia_zwGINzRvyQ";

        TopicId id = TopicId.parse(text);

        assertThat(id).hasToString(text);
        assertThat(TopicId.of(id.toBytes())).isEqualTo(id);
        assertThat(id.high()).isEqualTo(0xab54a1fbdfc84a26L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q1Sh", "q1Sh-9_ISia_zwGINzRvyQAA", "not an id of a topic!!"})
    void refusesWhatIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicId.parse(text));
    }
}
