package vn.ndxhub.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ndxhub.reporting.store.StoreFixture.AUGUST;
import static vn.ndxhub.reporting.store.StoreFixture.BIRTHS;
import static vn.ndxhub.reporting.store.StoreFixture.LOG;
import static vn.ndxhub.reporting.store.StoreFixture.NEXT;
import static vn.ndxhub.reporting.store.StoreFixture.SEPTEMBER;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.Invented;
import vn.ndxhub.reporting.RealDatabase;
import vn.ndxhub.reporting.figures.MonthStatuses;
import vn.ndxhub.reporting.figures.SealFigures;

class SealedCountersTest {

    @RegisterExtension
    static final RealDatabase DATABASE = new RealDatabase();

    private final StoreFixture library = new StoreFixture(DATABASE);

    @Test
    void hasAClosingLevelInEverySealedMonthAlsoWhereNothingMoved() {
        DATABASE.given().counted(Invented.movement("births", "2023-08-05", "area=01", 7));
        DATABASE.given().counted(Invented.member("parties", "2023-08-05", "member=a", true));
        library.sealed(AUGUST, 1);
        library.sealed(SEPTEMBER, 2);

        assertThat(library.counters(SEPTEMBER))
                .containsExactlyInAnyOrder("births NORMAL 7 7 0", "parties NORMAL 1 1 0");
    }

    @Test
    void carriesALateMovementThroughTheSealedMonths() {
        DATABASE.given().counted(Invented.movement("births", "2023-08-05", "area=01", 7));
        library.sealed(AUGUST, 1);
        library.sealed(SEPTEMBER, 2);
        DATABASE.given()
                .counted(
                        Invented.inVintage(Invented.movement("births", "2023-08-06", "area=01", 3), 2),
                        Invented.inVintage(Invented.movement("births", "2023-08-06", "area=79", 4), 2));

        assertThat(library.counters(AUGUST)).containsExactlyInAnyOrder("births REVISED 10 7 2", "births REVISED 4 0 1");
        assertThat(library.counters(SEPTEMBER))
                .containsExactlyInAnyOrder("births REVISED 10 7 0", "births REVISED 4 0 0");
    }

    @Test
    void isSealedOnceAllPartitionsHaveTakenTheSeal() {
        SourceId source = new SourceId("library");
        DATABASE.given().counted(BIRTHS);
        DATABASE.given().sealed("library", SEPTEMBER, 1, 0);
        boolean half = new MonthStatuses(DATABASE.client()).isSealed(source, SEPTEMBER);
        List<String> open = library.counters(SEPTEMBER);
        DATABASE.given().sealed("library", SEPTEMBER, 1, 1);

        assertThat(half).isFalse();
        assertThat(open).containsExactly("births PROVISIONAL 5 5 1");
        assertThat(new MonthStatuses(DATABASE.client()).isSealed(source, SEPTEMBER))
                .isTrue();
        assertThat(library.counters(SEPTEMBER)).containsExactly("births NORMAL 5 5 1");
    }

    @Test
    void neverSealsTheHubsOwnFigures() {
        DATABASE.given().counted(Invented.flow("intake-received", "2023-09-01", "source=library", 5));
        library.sealed(SEPTEMBER, 1);
        DATABASE.given().counted(Invented.flow("intake-received", "2023-09-01", "source=library", 8));

        assertThat(library.counters(SEPTEMBER)).containsExactly("intake-received PROVISIONAL 8 8 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE counter SET first_published = 6",
                "UPDATE counter SET status = 'PROVISIONAL'",
                "UPDATE counter SET month = '2023-10-01'",
                "DELETE FROM counter",
                "TRUNCATE counter"
            })
    void keepsWhatASealedMonthWasFirstPublishedAsWhoeverWrites(String statement) {
        DATABASE.given().counted(BIRTHS);
        library.sealed(SEPTEMBER, 1);

        assertThatThrownBy(() -> DATABASE.client().sql(statement).update()).hasMessageContaining("sealed");
        assertThat(library.counters(SEPTEMBER)).containsExactly("births NORMAL 5 5 1");
    }

    @Test
    void keepsTheFirstAcknowledgementOfASeal() {
        library.add(LOG, 0, 0, BIRTHS);
        DATABASE.store().add(LOG, new ContributionBatch(1, 2, List.of(), List.of(seal(3)), Map.of()));
        DATABASE.store().add(LOG, new ContributionBatch(2, 3, List.of(), List.of(seal(4)), Map.of()));

        assertThat(new SealFigures(DATABASE.client()).all())
                .containsExactly(new SealFigures.Seal("library", "2023-09", 1, 1, 2, 3));
    }

    @Test
    void readsAndSendsOneEpochOnly() {
        library.add(LOG, 0, 0, BIRTHS);
        library.add(NEXT, 0, 2, Invented.at(BIRTHS, 8, 1));
        boolean before = DATABASE.store().isPublished(NEXT);
        List<MonthlyCounter> ofNext = DATABASE.store().unsent(NEXT, 10);
        List<Observation> read = library.stored();

        DATABASE.client()
                .sql("UPDATE published_log SET log = (SELECT id FROM source_log WHERE epoch = 2)")
                .update();

        assertThat(before).isFalse();
        assertThat(ofNext).isEmpty();
        assertThat(read).singleElement().extracting(Observation::value).isEqualTo(BigInteger.valueOf(5));
        assertThat(library.stored())
                .singleElement()
                .extracting(Observation::value)
                .isEqualTo(BigInteger.valueOf(8));
        assertThat(DATABASE.store().unsent(LOG, 10)).isEmpty();
        assertThat(DATABASE.store().unsent(NEXT, 10))
                .singleElement()
                .extracting(MonthlyCounter::value)
                .isEqualTo(BigInteger.valueOf(8));
    }

    @Test
    void keepsACounterUnsentThatHasChangedWhileItWasSent() {
        library.add(LOG, 0, 0, Invented.at(BIRTHS, 5, 1));
        List<MonthlyCounter> sending = DATABASE.store().unsent(LOG, 10);
        library.add(LOG, 1, 0, Invented.at(BIRTHS, 9, 2));
        DATABASE.store().sent(LOG, sending);
        List<MonthlyCounter> again = DATABASE.store().unsent(LOG, 10);
        DATABASE.store().sent(LOG, again);

        assertThat(again).singleElement().extracting(MonthlyCounter::value).isEqualTo(BigInteger.valueOf(9));
        assertThat(again.getFirst().version()).isGreaterThan(sending.getFirst().version());
        assertThat(DATABASE.store().unsent(LOG, 10)).isEmpty();
    }

    private static SealAcknowledgement seal(long count) {
        return new SealAcknowledgement(SEPTEMBER, 1, 0, 50, count, SetDigest.EMPTY);
    }
}
