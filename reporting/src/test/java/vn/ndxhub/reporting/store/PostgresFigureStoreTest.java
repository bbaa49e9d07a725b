package vn.ndxhub.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ndxhub.reporting.store.StoreFixture.BIRTHS;
import static vn.ndxhub.reporting.store.StoreFixture.LOG;
import static vn.ndxhub.reporting.store.StoreFixture.NEXT;
import static vn.ndxhub.reporting.store.StoreFixture.SEPTEMBER;
import static vn.ndxhub.reporting.store.StoreFixture.batch;

import java.math.BigInteger;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.reporting.Invented;
import vn.ndxhub.reporting.RealDatabase;
import vn.ndxhub.reporting.figures.StoredObservations;

class PostgresFigureStoreTest {

    @RegisterExtension
    static final RealDatabase DATABASE = new RealDatabase();

    private final StoreFixture library = new StoreFixture(DATABASE);

    @ParameterizedTest
    @CsvSource({
        "0, 99, 5", // older than what the partition has contributed
        "0, 100, 5", // the same again
        "0, 101, 9",
        "1, 1, 14", // another partition's is added
    })
    void takesTheNewerOfTwoElementsOfAPartition(int partition, long position, long sum) {
        library.add(LOG, 0, 0, Invented.at(BIRTHS, 5, 100));
        library.add(LOG, 1, partition, Invented.at(BIRTHS, 9, position));

        assertStored(sum);
    }

    @Test
    void keepsItsReadPositionWithWhatItHasAdded() {
        long before = DATABASE.store().readPosition(LOG);
        DATABASE.store().add(LOG, new ContributionBatch(0, 700, List.of(), List.of(), Map.of(1, 33L)));

        assertThat(before).isZero();
        assertThat(DATABASE.store().readPosition(LOG)).isEqualTo(700);
        assertThat(DATABASE.store().readPosition(NEXT)).isZero();
        assertThat(new StoredObservations(DATABASE.client())
                        .month(LOG, SEPTEMBER, 1)
                        .orElseThrow()
                        .counted())
                .isEqualTo(Map.of(0, 0L, 1, 33L));
    }

    @Test
    void takesNothingFromAReaderThatHasLostItsPlace() {
        library.add(LOG, 0, 0, Invented.at(BIRTHS, 5, 100));
        library.add(LOG, 1, 0, Invented.at(BIRTHS, 9, 101));
        library.add(LOG, 0, 0, Invented.at(BIRTHS, 7, 102));

        assertStored(9);
    }

    @Test
    void saysWhereItIsToOneWhoWouldLeaveAGap() {
        library.add(LOG, 0, 0, BIRTHS);

        assertThatThrownBy(() -> library.add(LOG, 5, 0, BIRTHS))
                .isInstanceOf(FigureStore.Behind.class)
                .hasMessageContaining("up to offset 1")
                .hasMessageContaining("from offset 5");
    }

    @Test
    void addsUpTheSameWhateverTwoReadersDoAtOnce() {
        List<Integer> offsets = IntStream.range(0, 20).boxed().toList();
        List.of(offsets, offsets).parallelStream()
                .forEach(reader -> reader.forEach(
                        offset -> library.add(LOG, offset, offset % 2, Invented.at(BIRTHS, offset, offset + 1))));

        assertStored(18 + 19);
    }

    @Test
    void writesNothingOfABatchThatFails() {
        DATABASE.client().sql("ALTER TABLE counter ADD CHECK (value < 5)").update();

        assertThatThrownBy(() -> library.add(LOG, 0, 0, BIRTHS))
                .isInstanceOf(FigureStore.Refused.class)
                .hasMessageContaining("SQL state 23514");
        assertThat(library.stored()).isEmpty();
        assertThat(DATABASE.store().readPosition(LOG)).isZero();
    }

    @Test
    void tellsKindsDaysDimensionsAndVintagesApart() {
        List<Contribution> different = List.of(
                BIRTHS,
                Invented.snapshot("births", "2023-09-01", "area=01", 1),
                Invented.movement("births", "2023-09-02", "area=01", 2),
                Invented.movement("births", "2023-09-01", "area=02", 3),
                Invented.movement("births", "2023-09-01", "", 4),
                Invented.flow("deaths", "2023-09-01", "area=01", 5),
                Invented.inVintage(BIRTHS, 1));
        library.add(LOG, 0, 0, different.toArray(Contribution[]::new));

        assertThat(library.stored())
                .extracting(Observation::cell)
                .containsExactlyInAnyOrderElementsOf(
                        different.stream().map(Contribution::cell).toList());
    }

    @Test
    void takesABatchOfThousandsAndGivesItBackInPages() {
        Contribution[] many = IntStream.range(0, 5_500)
                .mapToObj(i -> Invented.flow("births", "2023-09-0" + (1 + i % 3), "area=a" + i / 3, i))
                .toArray(Contribution[]::new);
        library.add(LOG, 0, 0, many);

        StoredObservations observations = new StoredObservations(DATABASE.client());
        List<Observation> all = new ArrayList<>();
        StoredObservations.Page page = observations.page(SEPTEMBER, StoredObservations.Cursor.START, 700);
        all.addAll(page.observations());
        while (page.next().isPresent()) {
            String cursor = page.next().get().toString();
            page = observations.page(SEPTEMBER, StoredObservations.Cursor.parse(cursor), 700);
            all.addAll(page.observations());
        }

        assertThat(all).hasSize(5_500).doesNotHaveDuplicates();
        assertThat(observations.month(LOG, SEPTEMBER, 5_499)).isEmpty();
        assertThat(observations.month(LOG, SEPTEMBER, 5_500)).isPresent();
    }

    @Test
    void showsNoCellInWhichNothingIsLeft() {
        library.add(LOG, 0, 0, Invented.at(BIRTHS, 5, 1));
        library.add(LOG, 1, 0, new Contribution(BIRTHS.cell(), BigInteger.ZERO, 0, 0, null, 2));

        assertThat(library.stored()).isEmpty();
    }

    @Test
    void isUnavailableWhenTheDatabaseIsAway() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});

        assertThatThrownBy(() -> new PostgresFigureStore(nowhere).readPosition(LOG))
                .isInstanceOf(FigureStore.Unavailable.class);
    }

    @Test
    void isUnavailableWhenItsConnectionIsEndedAndAddsAgainAfterwards() throws Exception {
        PostgresFigureStore store = DATABASE.store();
        store.prepare();
        try (Connection blocker = DATABASE.dataSource().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE cell");
            Thread ender = Thread.ofVirtual().start(PostgresFigureStoreTest::endTheWaitingConnection);
            assertThatThrownBy(() -> store.add(LOG, batch(0, 0, BIRTHS))).isInstanceOf(FigureStore.Unavailable.class);
            ender.join();
        }
        store.add(LOG, batch(0, 0, BIRTHS));

        assertThat(library.stored()).hasSize(1);
    }

    private static void endTheWaitingConnection() {
        long ended = 0;
        while (ended == 0) {
            ended = DATABASE.client()
                    .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    .query(Long.class)
                    .single();
        }
    }

    private void assertStored(long value) {
        assertThat(library.stored())
                .singleElement()
                .extracting(Observation::value)
                .isEqualTo(BigInteger.valueOf(value));
    }
}
