package vn.ndxhub.routes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.consolidation.Consolidation;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.contributions.Contributions;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

class RunningTotalsTest {

    private static final TopicPartition PLACE = new TopicPartition("hub.contributions.library", 0);

    private final HeldRegistry registry = new HeldRegistry();
    private final RunningTotals totals = new RunningTotals(
            () -> new Consolidation(1, 4, indicator -> Optional.empty()),
            new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts()));

    @Test
    void bringsWhatCouldNotBeWrittenAgain() {
        totals.opened(List.of(PLACE));
        NewTotals first = totals.add(batch(7));

        NewTotals again = totals.add(batch(7));

        assertThat(first.byPartition().get(0).totals()).hasSize(1);
        assertThat(again.byPartition().get(0).totals())
                .isEqualTo(first.byPartition().get(0).totals());
    }

    @Test
    void bringsNothingTwiceThatIsWritten() {
        totals.opened(List.of(PLACE));
        totals.written(totals.add(batch(7)).batch());

        assertThat(totals.add(batch(7)).byPartition()).isEmpty();
    }

    @Test
    void beginsAnewOnEveryAssignment() {
        totals.opened(List.of(PLACE));
        totals.written(totals.add(batch(7)).batch());
        totals.closed(List.of(PLACE));
        totals.opened(List.of(PLACE));

        assertThat(totals.add(batch(7)).byPartition().get(0).totals()).hasSize(1);
    }

    private RecordBatch batch(long value) {
        Cell cell = new Cell(
                new IndicatorId("loans"),
                ObservationKind.FLOW,
                LocalDate.of(2023, 9, 10),
                Dimensions.parse("area=01"),
                0);
        vn.ndxhub.core.counting.Contribution contribution =
                new vn.ndxhub.core.counting.Contribution(cell, BigInteger.valueOf(value), value, 42, null, value);
        byte[] bytes = new ContractWriter<Contribution>(registry, Contribution.getClassSchema())
                .write(Contributions.toContract(contribution, 0, 1));
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(PLACE.topic(), 0, 0, new byte[0], bytes);
        return new RecordBatch(new TopicId(5, 5), new ConsumerRecords<>(Map.of(PLACE, List.of(record)), Map.of()));
    }
}
