package vn.ndxhub.connectors.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.core.identity.SourceId;

/** Only what the registry cannot be asked about must wait: whatever else is wrong with a record, waiting does not mend it. */
class DecidableTest {

    private static final int NOBODYS = 4_711;

    @Test
    void waitsForARegistryThatIsAway() {
        assertThat(avro(framed(FakeRegistry.AWAY))).isEqualTo("The registry is away");
    }

    @Test
    void doesNotWaitForWhatItHasAnswered() {
        assertThat(avro(framed(FakeRegistry.OWN))).isNull();
        assertThat(avro(framed(FakeRegistry.FOREIGN))).isNull();
        assertThat(avro(framed(FakeRegistry.UNUSABLE))).isNull();
        assertThat(avro(framed(NOBODYS))).isNull();
    }

    @Test
    void doesNotWaitWithARecordThatNamesNoSchema() {
        assertThat(avro(null)).isNull();
        assertThat(avro(new byte[0])).isNull();
        assertThat(avro(new byte[] {0, 0})).isNull();
        assertThat(avro(new byte[] {'{', '}', ' ', ' ', ' ', ' '})).isNull();
    }

    @Test
    void doesNotAskAboutJson() {
        assertThat(normaliser("insurance").waitsFor(framed(FakeRegistry.AWAY))).isNull();
    }

    private static @Nullable String avro(byte @Nullable [] value) {
        return normaliser("civil-registry").waitsFor(value);
    }

    private static Normaliser normaliser(String source) {
        SourceCatalog catalog = SourceCatalog.load();
        SourceId id = new SourceId(source);
        return catalog.normaliser(id, new FakeRegistry(catalog.source(id)));
    }

    private static byte[] framed(int schemaId) {
        return ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array();
    }
}
