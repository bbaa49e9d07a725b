package vn.ndxhub.connectors.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void namesTheKeyThatCannotBe() {
        PullSettings.Retries retries = PullSettings.DEFAULT.retries();
        PullSettings.Breaker breaker = PullSettings.DEFAULT.breaker();

        assertThatThrownBy(() -> new PullSettings(Duration.ZERO, SECOND, 1, retries, breaker))
                .hasMessageContaining("connect-timeout");
        assertThatThrownBy(() -> new PullSettings(SECOND, SECOND.negated(), 1, retries, breaker))
                .hasMessageContaining("page-timeout");
        assertThatThrownBy(() -> new PullSettings(SECOND, SECOND, 0, retries, breaker))
                .hasMessageContaining("page-bytes");
        assertThatThrownBy(() -> new PullSettings.Retries(0, SECOND, SECOND)).hasMessageContaining("retries.attempts");
        assertThatThrownBy(() -> new PullSettings.Retries(1, SECOND, SECOND)).hasMessageContaining("longest-wait");
        assertThatThrownBy(() -> new PullSettings.Breaker(1, 101, SECOND)).hasMessageContaining("failures-percent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc", "nguon.gov.vn", "http:/x", "https://nguon.gov.vn?x=1", "https://nguon.gov.vn#x"})
    void refusesABaseThatIsNoWebAddress(String base) {
        assertThatThrownBy(() -> new PullEndpoint(URI.create(base), null)).hasMessageContaining("http(s)://");
    }

    @Test
    void keepsTheAuthorizationToItself() {
        assertThat(new PullEndpoint(URI.create("https://nguon.gov.vn/goc/"), "Bearer bi-mat").toString())
                .doesNotContain("bi-mat");
        assertThat(new PullEndpoint(URI.create("https://nguon.gov.vn/goc/"), null).resolve("/a"))
                .isEqualTo(URI.create("https://nguon.gov.vn/goc/a"));
    }
}
