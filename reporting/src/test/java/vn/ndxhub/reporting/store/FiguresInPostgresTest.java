package vn.ndxhub.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.seal.SealPlan;
import vn.ndxhub.reporting.figures.Figures;
import vn.ndxhub.reporting.figures.MonthsToSeal;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.reporting.figures.StoredTotals;

/** The store and the reading of it, on a real PostgreSQL. */
class FiguresInPostgresTest {

    private static final IndicatorId STOCK = new IndicatorId("stock");
    private static EmbeddedPostgres postgres;

    private final PostgresFigureStore store = new PostgresFigureStore(postgres.getPostgresDatabase());
    private final JdbcClient client = JdbcClient.create(postgres.getPostgresDatabase());
    private final Figures figures = new Figures(client);

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        store.prepare();
        client.sql("TRUNCATE observation, monthly_counter, seal_acknowledgement")
                .update();
    }

    @Test
    void keepsTheNewerOfTwoVersionsWhateverTheirOrder() {
        publish(total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 7, 20));
        publish(total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 5, 10));
        publish(total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 6, 20));

        assertThat(flow("2023-09-01", "2023-09-02")).isEqualTo(7);
    }

    @Test
    void letsALaterGenerationReplaceAnEarlierOne() {
        publish(total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 7, 20));
        Observation other = total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 3, 1);
        publish(new Observation(other.cell(), 3, 3, SetDigest.EMPTY, 0, new Version(2, 1)));

        assertThat(flow("2023-09-01", "2023-09-02")).isEqualTo(3);
    }

    @Test
    void sumsTheDaysOfAHalfOpenWindowOverAllVintages() {
        publish(total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 1, 1));
        publish(total(ObservationKind.FLOW, "2023-09-02", "area=01", 0, 10, 1));
        publish(total(ObservationKind.FLOW, "2023-09-02", "area=01", 1, 100, 1));
        publish(total(ObservationKind.FLOW, "2023-09-03", "area=01", 0, 1_000, 1));

        assertThat(flow("2023-09-01", "2023-09-03")).isEqualTo(111);
    }

    @Test
    void addsMovementsRecordedAfterTheLastStatedLevelOfEachBreakdown() {
        publish(total(ObservationKind.SNAPSHOT, "2023-07-31", "area=01", 0, 1_000, 1));
        publish(total(ObservationKind.MOVEMENT, "2023-07-31", "area=01", 0, 5, 1));
        publish(total(ObservationKind.MOVEMENT, "2023-08-02", "area=01", 0, 7, 1));
        publish(total(ObservationKind.MOVEMENT, "2023-08-02", "area=79", 0, 30, 1));
        publish(total(ObservationKind.MOVEMENT, "2023-08-09", "area=79", 0, 400, 1));

        assertThat(figures.level(STOCK, Dimensions.NONE, LocalDate.parse("2023-08-05"))
                        .value())
                .isEqualByComparingTo("1037");
    }

    @Test
    void passesOverAStatedLevelThatWasWithdrawn() {
        publish(total(ObservationKind.SNAPSHOT, "2023-07-30", "area=01", 0, 900, 1));
        publish(total(ObservationKind.SNAPSHOT, "2023-07-31", "area=01", 0, 1_000, 1));
        Observation withdrawn = total(ObservationKind.SNAPSHOT, "2023-07-31", "area=01", 1, 0, 2);
        publish(new Observation(withdrawn.cell(), 0, 0, SetDigest.EMPTY, 0, withdrawn.version()));

        assertThat(figures.level(STOCK, Dimensions.NONE, LocalDate.parse("2023-08-05"))
                        .value())
                .isEqualByComparingTo("900");
    }

    @Test
    void countsMembersThatHaveNotLeft() {
        publish(total(ObservationKind.MEMBER, "2023-08-01", "member=hue;party=province", 0, 1, 1));
        publish(total(ObservationKind.MEMBER, "2023-08-01", "member=evn;party=enterprise", 0, 1, 1));
        publish(total(ObservationKind.MEMBER, "2023-08-03", "member=hue;party=province", 0, 0, 1));

        assertThat(members("party=province", "2023-08-02")).isEqualTo(1);
        assertThat(members("party=province", "2023-08-03")).isZero();
        assertThat(members("", "2023-08-03")).isEqualTo(1);
    }

    @Test
    void tellsMissingFromZero() {
        publish(total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 0, 1));

        assertThat(figures.flow(STOCK, Dimensions.NONE, day("2023-09-01"), day("2023-09-02"))
                        .isMissing())
                .isFalse();
        assertThat(figures.flow(STOCK, Dimensions.NONE, day("2023-10-01"), day("2023-10-02"))
                        .isMissing())
                .isTrue();
    }

    @Test
    void knowsTheLastSealThatAllPartitionsHaveTaken() {
        SealFigures seals = new SealFigures(client);
        SourceId source = new SourceId("library");
        YearMonth month = YearMonth.of(2023, 8);
        int none = seals.acknowledged(source);
        store.publish(List.of(), List.of(), List.of(acknowledgement(source, month, 0)));
        int unfinished = seals.acknowledged(source);
        store.publish(List.of(), List.of(), List.of(acknowledgement(source, month, 1)));

        assertThat(none).isZero();
        assertThat(unfinished).isZero();
        assertThat(seals.acknowledged(source)).isEqualTo(1);
    }

    @Test
    void knowsWhatASealOfAMonthWouldClose() {
        MonthsToSeal months = new MonthsToSeal(client);
        List<IndicatorId> indicators = List.of(STOCK, new IndicatorId("loans"));
        client.sql("""
                        INSERT INTO monthly_counter VALUES
                          ('stock', '2023-08-01', 'area=01', 'PROVISIONAL', 7, 7, 1, 1, 0, '2023-08-03', 1, 1),
                          ('stock', '2023-08-01', 'area=02', 'PROVISIONAL', 7, 7, 1, 1, 0, '2023-08-03', 1, 1),
                          ('loans', '2023-08-01', 'area=01', 'PROVISIONAL', 7, 7, 1, 1, 0, '2023-08-03', 1, 1),
                          ('other', '2023-07-01', 'area=01', 'PROVISIONAL', 7, 7, 1, 1, 0, '2023-07-03', 1, 1)
                        """).update();

        assertThat(months.closes(indicators, YearMonth.of(2023, 8))).isEqualTo(new SealPlan.Closes(2, 3));
        assertThat(months.closes(indicators, YearMonth.of(2023, 9)).isNothing()).isTrue();
        assertThat(months.hasFiguresUpTo(indicators, YearMonth.of(2023, 9))).isTrue();
        assertThat(months.hasFiguresUpTo(indicators, YearMonth.of(2023, 7))).isFalse();
    }

    @Test
    void givesBackWhatItWasGiven() {
        Observation total = total(ObservationKind.FLOW, "2023-09-01", "area=01", 0, 7, 20);
        publish(total);

        assertThat(new StoredTotals(client).between(day("2023-09-01"), day("2023-10-01")))
                .containsExactly(total);
    }

    @Test
    void saysThatItIsAwayAndWritesNothing() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setServerNames(new String[] {"127.0.0.1"});
        nobody.setPortNumbers(new int[] {1});

        assertThatThrownBy(() -> new PostgresFigureStore(nobody).publish(List.of(), List.of(), List.of()))
                .isInstanceOf(FigureStore.Unavailable.class);
    }

    private void publish(Observation total) {
        store.publish(List.of(total), List.of(), List.of());
    }

    private long flow(String from, String to) {
        return figures.flow(STOCK, Dimensions.parse("area=01"), day(from), day(to))
                .value()
                .longValueExact();
    }

    private long members(String filter, String day) {
        return figures.membership(STOCK, Dimensions.parse(filter), day(day))
                .value()
                .longValueExact();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Observation total(
            ObservationKind part, String day, String dimensions, int vintage, long value, long position) {
        Cell cell = new Cell(STOCK, part, day(day), Dimensions.parse(dimensions), vintage);
        return new Observation(cell, value, 1, new SetDigest(42), 0, new Version(1, position));
    }

    private static SealAcknowledgement acknowledgement(SourceId source, YearMonth month, int partition) {
        return new SealAcknowledgement(source, month, 1, partition, 2, 10, 5, SetDigest.EMPTY);
    }
}
