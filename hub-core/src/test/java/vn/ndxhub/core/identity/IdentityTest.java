package vn.ndxhub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final SourceId CIVIL_REGISTRY = new SourceId("civil-registry");

    @Test
    void isTheHashThatASourceCanComputeItself() {
        // printf 'civil-registry\0KS-2023-000001' | sha256sum
        assertThat(new SetDigest(Identity.of(CIVIL_REGISTRY, "KS-2023-000001").high()).toString())
                .isEqualTo("9e6115f33bec1a26");
    }

    @Test
    void survivesItsBytes() {
        Identity identity = Identity.of(CIVIL_REGISTRY, "KS-2023-000001");

        assertThat(Identity.at(identity.toBytes(), 0)).isEqualTo(identity);
    }

    @Test
    void doesNotLetALostAndADoubledEventCancel() {
        Identity a = Identity.of(CIVIL_REGISTRY, "a");
        Identity b = Identity.of(CIVIL_REGISTRY, "b");

        assertThat(SetDigest.EMPTY.plus(a).plus(b))
                .isEqualTo(SetDigest.EMPTY.plus(b).plus(a));
        assertThat(SetDigest.EMPTY.plus(a).plus(a))
                .isNotEqualTo(SetDigest.EMPTY.plus(a).plus(b));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001234567890", "012345678", "0012.3456.7890", "001-234-567-890"})
    void refusesAnEventIdThatLooksLikeAPersonalNumber(String id) {
        assertThatThrownBy(() -> new EventId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "a\u0000b"})
    void refusesAMalformedEventId(String id) {
        assertThatThrownBy(() -> new EventId(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
