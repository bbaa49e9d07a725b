package vn.ndxhub.routes.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.consolidation.Changes;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ContractWriter;

class WriteMonthlyCountersTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AwayAtFirst registry = new AwayAtFirst();
    private final WriteMonthlyCounters counters = new WriteMonthlyCounters(
            partition -> producer, new ContractWriter<>(registry, MonthlyCounter.getClassSchema()));

    @Test
    void writesAgainOnceTheRegistryIsBack() {
        assertThatThrownBy(() -> counters.write(oneMonth())).isInstanceOf(RegistryUnavailableException.class);
        registry.away = false;

        counters.write(oneMonth());
        counters.write(oneMonth());

        assertThat(producer.history()).hasSize(2);
        assertThat(producer.commitCount()).isEqualTo(2);
    }

    private static NewTotals oneMonth() {
        vn.ndxhub.core.figures.MonthlyCounter month = new vn.ndxhub.core.figures.MonthlyCounter(
                new IndicatorId("loans"),
                YearMonth.of(2023, 9),
                Dimensions.NONE,
                vn.ndxhub.core.figures.MonthlyCounter.Status.PROVISIONAL,
                7,
                7,
                1,
                new SetDigest(7),
                0,
                LocalDate.of(2023, 9, 30),
                new Version(1, 1));
        return new NewTotals(
                new RecordBatch(new TopicId(5, 5), ConsumerRecords.empty()),
                Map.of(0, new Changes(List.of(), List.of(month), List.of())));
    }

    /** Holds the contracts, and cannot be asked until it is back. */
    private static final class AwayAtFirst implements SchemaRegistry {

        private final HeldRegistry held = new HeldRegistry();
        private boolean away = true;

        @Override
        public Schema schemaById(int id) {
            return held.schemaById(id);
        }

        @Override
        public int idOf(String subject, Schema schema) {
            if (away) {
                throw new RegistryUnavailableException("away", null);
            }
            return held.idOf(subject, schema);
        }
    }
}
