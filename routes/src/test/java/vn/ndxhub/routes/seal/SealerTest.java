package vn.ndxhub.routes.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.YearMonth;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;

class SealerTest {

    @Test
    void saysWhenTheBrokerDoesNotTakeTheSeal() {
        Refusing broker = new Refusing();
        Sealer sealer = new Sealer(
                null, broker, new HeldRegistry(), new SourceLog(new SourceId("library"), 1, 4), "hub-feed-library");

        assertThatExceptionOfType(Sealer.SealDelayed.class)
                .isThrownBy(() -> sealer.seal(YearMonth.of(2023, 8), 1, "operator", Duration.ZERO))
                .withMessageContaining("AuthorizationException");
        assertThat(broker.history()).hasSize(1);
    }

    /** Takes every record and refuses it afterwards, as brokers do. */
    private static final class Refusing extends MockProducer<byte[], byte[]> {

        Refusing() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized void flush() {
            while (errorNext(new AuthorizationException("no right to write"))) {
                // Until none is left.
            }
        }
    }
}
