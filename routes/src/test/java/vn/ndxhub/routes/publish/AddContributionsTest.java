package vn.ndxhub.routes.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.batch.StartAgain;
import vn.ndxhub.routes.contributions.ContributionWriter;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;

class AddContributionsTest {

    private static final SourceLog LOG = new SourceLog(new SourceId("library"), 1, 2);
    private static final TopicPartition PLACE = new TopicPartition(LOG.contributions(), 0);

    private final HeldRegistry registry = new HeldRegistry();
    private final HeldFigures figures = new HeldFigures();
    private final AddContributions route = new AddContributions(
            LOG,
            figures,
            new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts()),
            new RelayCounters(LOG, figures, () -> null, null));
    private final ContributionWriter writer = new ContributionWriter(registry, LOG.epoch());
    private final List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
    private long offset = 40;

    @BeforeEach
    void assign() {
        figures.position = 40;
        assertThat(route.position(PLACE)).isEqualTo(40);
    }

    @Test
    void addsWhatACommitHasSentOnceItIsComplete() {
        contribution(0, "a", 5);
        contribution(0, "b", 6);
        add();
        int before = figures.batches.size();
        commit(0, 70);
        add();

        assertThat(before).isZero();
        assertThat(figures.batches).singleElement().satisfies(batch -> {
            assertThat(batch.from()).isEqualTo(40);
            assertThat(batch.next()).isEqualTo(43);
            assertThat(batch.contributions()).hasSize(2);
            assertThat(batch.counted()).isEqualTo(Map.of(0, 70L));
        });
    }

    @Test
    void goesOnAtTheFirstRecordOfTheOldestCommitThatIsNotComplete() {
        contribution(0, "a", 5);
        contribution(1, "a", 7);
        commit(0, 70);
        add();
        contribution(0, "a", 8);
        commit(1, 90);
        add();

        assertThat(figures.batches).extracting(ContributionBatch::next).containsExactly(41L, 43L);
        assertThat(figures.batches).extracting(ContributionBatch::from).containsExactly(40L, 41L);
    }

    @Test
    void bringsOfEachCellTheNewestOfSeveralCommits() {
        contribution(0, "a", 5);
        commit(0, 70);
        contribution(0, "a", 6);
        seal(0);
        commit(0, 80);
        add();

        ContributionBatch only = figures.batches.getFirst();
        assertThat(figures.batches).hasSize(1);
        assertThat(only.contributions())
                .extracting(each -> each.contribution().value())
                .containsExactly(BigInteger.valueOf(6));
        assertThat(only.acknowledgements()).hasSize(1);
        assertThat(only.counted()).isEqualTo(Map.of(0, 80L));
    }

    @Test
    void bringsTheSameAgainWhereTheStoreWasAway() {
        contribution(0, "a", 5);
        add();
        contribution(0, "b", 5);
        commit(0, 70);
        List<ConsumerRecord<byte[], byte[]>> again = List.copyOf(polled);
        figures.failure = new FigureStore.Unavailable("away", null);
        assertThatThrownBy(this::add).isInstanceOf(FigureStore.Unavailable.class);

        figures.failure = null;
        polled.addAll(again);
        add();

        assertThat(figures.batches).singleElement().satisfies(batch -> {
            assertThat(batch.contributions()).hasSize(2);
            assertThat(batch.from()).isEqualTo(40);
            assertThat(batch.next()).isEqualTo(43);
        });
    }

    @Test
    void asksToBeginAgainWhereTheStoreIsAnEarlierOne() {
        contribution(0, "a", 5);
        commit(0, 70);
        figures.failure = new FigureStore.Behind(LOG, 3, 40);

        assertThatThrownBy(this::add).isInstanceOf(StartAgain.class).hasMessageContaining("up to offset 3");
    }

    @Test
    void takesManyCellsInSeveralTransactionsThatEndWhereCommitsEnd() {
        for (int commit = 0; commit < 4; commit++) {
            for (int i = 0; i < 3_000; i++) {
                contribution(0, "c" + commit + "-" + i, 1);
            }
            commit(0, commit);
        }
        add();

        assertThat(figures.batches)
                .extracting(batch -> batch.contributions().size())
                .containsExactly(6_000, 6_000);
        assertThat(figures.batches).extracting(ContributionBatch::next).containsExactly(6_042L, 12_044L);
    }

    @Test
    void refusesARecordOfAnotherEpoch() {
        new ContributionWriter(registry, 2).writeCommit(7, 0, (key, value) -> record(value));

        assertThatThrownBy(this::add).hasMessageContaining("epoch 2");
    }

    private void contribution(int partition, String area, long value) {
        Cell cell = new Cell(
                new IndicatorId("loans"),
                ObservationKind.FLOW,
                LocalDate.of(2023, 9, 10),
                Dimensions.parse("area=" + area),
                0);
        writer.write(
                new Contribution(cell, BigInteger.valueOf(value), 1, 42, null, value),
                partition,
                (key, bytes) -> record(bytes));
    }

    private void seal(int partition) {
        writer.write(
                new TakenSeal(LOG.source(), YearMonth.of(2023, 9), 1, 60, 1, 42),
                partition,
                (key, bytes) -> record(bytes));
    }

    private void commit(int partition, long position) {
        writer.writeCommit(position, partition, (key, bytes) -> record(bytes));
    }

    private void record(byte[] value) {
        polled.add(new ConsumerRecord<>(PLACE.topic(), 0, offset++, new byte[0], value));
    }

    private void add() {
        List<ConsumerRecord<byte[], byte[]>> now = List.copyOf(polled);
        polled.clear();
        route.add(new RecordBatch(new TopicId(1, 2), new ConsumerRecords<>(Map.of(PLACE, now), Map.of())));
    }
}
