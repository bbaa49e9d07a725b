package vn.ndxhub.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.Invented;
import vn.ndxhub.reporting.RealDatabase;
import vn.ndxhub.reporting.figures.StoredTotals;

class PostgresFigureStoreTest {

    @RegisterExtension
    static final RealDatabase DATABASE = new RealDatabase();

    private static final Observation HELD =
            Invented.inVersion(Invented.movement("births", "2023-09-01", "area=01", 5), 5, 2, 100);

    @ParameterizedTest
    @CsvSource({
        "1, 999, 5", // an older logEpoch, however far it has read
        "2, 99, 5", // an older position
        "2, 100, 5", // the same version brings nothing new
        "2, 101, 9",
        "3, 1, 9", // a newer logEpoch, though it has only begun
    })
    void keepsTheNewerOfTwoVersions(int logEpoch, long position, long stays) {
        publish(HELD);
        publish(Invented.inVersion(HELD, 9, logEpoch, position));
        assertThat(stored()).singleElement().extracting(Observation::value).isEqualTo(stays);
    }

    @ParameterizedTest
    @CsvSource({"1, 999, 5", "2, 99, 5", "2, 100, 5", "2, 101, 9", "3, 1, 9"})
    void keepsTheNewerOfTwoMonthlyTotals(int logEpoch, long position, long stays) {
        DATABASE.store().publish(List.of(), List.of(Invented.month(5, 2, 100)), List.of());
        DATABASE.store().publish(List.of(), List.of(Invented.month(9, logEpoch, position)), List.of());
        assertThat(DATABASE.client()
                        .sql("SELECT value FROM monthly_counter")
                        .query(Long.class)
                        .list())
                .containsExactly(stays);
    }

    @Test
    void givesBackWhatWasPublished() {
        Observation odd = new Observation(
                HELD.cell(), Long.MIN_VALUE, Long.MAX_VALUE, new SetDigest(-1), 1_693_526_400_000L, HELD.version());
        publish(odd);
        assertThat(stored()).containsExactly(odd);
    }

    @Test
    void tellsPartsDaysDimensionsAndVintagesApart() {
        List<Observation> different = List.of(
                HELD,
                Invented.snapshot("births", "2023-09-01", "area=01", 1),
                Invented.movement("births", "2023-09-02", "area=01", 2),
                Invented.movement("births", "2023-09-01", "area=02", 3),
                Invented.movement("births", "2023-09-01", "", 4),
                Invented.movement("deaths", "2023-09-01", "area=01", 5),
                Invented.inVintage(HELD, 1));
        DATABASE.store().publish(different, List.of(), List.of());
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(different);
    }

    @Test
    void takesABatchOfThousands() {
        List<Observation> many = LongStream.range(0, 5_000)
                .mapToObj(i -> Invented.movement("births", "2023-09-01", "area=a" + i, i))
                .toList();
        DATABASE.store().publish(many, List.of(), List.of());
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void writesNothingOfABatchThatFails() {
        List<SealAcknowledgement> seals = List.of(seal(0));
        DATABASE.client()
                .sql("ALTER TABLE seal_acknowledgement ADD CHECK (number > 1)")
                .update();
        assertThatThrownBy(() -> DATABASE.store().publish(List.of(HELD), List.of(), seals))
                .isInstanceOf(FigureStore.Refused.class)
                .hasMessageContaining("SQL state 23514");
        assertThat(stored()).isEmpty();
    }

    @Test
    void takesWhatRestatesASealedMonthAndKeepsItsFirstFigure() {
        DATABASE.store().publish(List.of(), List.of(Invented.sealed(5, 5, 10)), List.of());
        DATABASE.store().publish(List.of(), List.of(Invented.sealed(8, 5, 20)), List.of());

        assertThat(month("value")).containsExactly(8L);
        assertThat(month("first_published")).containsExactly(5L);
    }

    @Test
    void refusesAnotherFirstFigureOfASealedMonthWhoeverWritesIt() {
        DATABASE.store().publish(List.of(), List.of(Invented.sealed(5, 5, 10)), List.of());

        assertThatThrownBy(() -> DATABASE.store().publish(List.of(), List.of(Invented.sealed(6, 6, 20)), List.of()))
                .isInstanceOf(FigureStore.Refused.class);
        for (String statement :
                List.of("UPDATE monthly_counter SET first_published = 6", "DELETE FROM monthly_counter")) {
            assertThatThrownBy(() -> DATABASE.client().sql(statement).update()).hasMessageContaining("is sealed");
        }
        assertThat(month("first_published")).containsExactly(5L);
    }

    private static List<Long> month(String column) {
        return DATABASE.client()
                .sql("SELECT " + column + " FROM monthly_counter")
                .query(Long.class)
                .list();
    }

    @Test
    void keepsTheFirstAcknowledgementOfASeal() {
        DATABASE.store().publish(List.of(), List.of(), List.of(seal(3)));
        DATABASE.store().publish(List.of(), List.of(), List.of(seal(4)));
        assertThat(DATABASE.client()
                        .sql("SELECT count FROM seal_acknowledgement")
                        .query(Long.class)
                        .list())
                .containsExactly(3L);
    }

    @Test
    void ignoresTheOrderInWhichTwoWritersArrive() {
        List<Observation> versions = new ArrayList<>();
        for (int position = 1; position <= 20; position++) {
            versions.add(Invented.inVersion(HELD, position * 7L, 1, position));
        }
        versions.parallelStream().forEach(PostgresFigureStoreTest::publish);
        assertThat(stored()).singleElement().extracting(Observation::value).isEqualTo(140L);
    }

    @Test
    void isUnavailableWhenTheDatabaseIsAway() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> new PostgresFigureStore(nowhere).publish(List.of(HELD), List.of(), List.of()))
                .isInstanceOf(FigureStore.Unavailable.class);
    }

    @Test
    void isUnavailableWhenItsConnectionIsEndedAndWritesAgainAfterwards() throws Exception {
        PostgresFigureStore store = DATABASE.store();
        try (Connection blocker = DATABASE.dataSource().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE observation");
            Thread ender = Thread.ofVirtual().start(PostgresFigureStoreTest::endTheWaitingConnection);
            store.prepare();
            assertThatThrownBy(() -> store.publish(List.of(HELD), List.of(), List.of()))
                    .isInstanceOf(FigureStore.Unavailable.class);
            ender.join();
        }
        store.publish(List.of(HELD), List.of(), List.of());
        assertThat(stored()).containsExactly(HELD);
    }

    private static void endTheWaitingConnection() {
        long ended = 0;
        while (ended == 0) {
            ended = DATABASE.client()
                    .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO observation%'")
                    .query(Long.class)
                    .single();
        }
    }

    private static SealAcknowledgement seal(long count) {
        return new SealAcknowledgement(
                new SourceId("population"), YearMonth.of(2023, 9), 1, 0, 1, 50, count, SetDigest.EMPTY);
    }

    private static void publish(Observation total) {
        DATABASE.store().publish(List.of(total), List.of(), List.of());
    }

    private static List<Observation> stored() {
        return new StoredTotals(DATABASE.client()).between(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1));
    }
}
