package vn.ndxhub.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.reporting.Invented.flow;
import static vn.ndxhub.reporting.Invented.inVintage;
import static vn.ndxhub.reporting.Invented.member;
import static vn.ndxhub.reporting.Invented.movement;
import static vn.ndxhub.reporting.Invented.snapshot;
import static vn.ndxhub.reporting.Invented.withdrawn;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.reporting.RealDatabase;

class FiguresTest {

    @RegisterExtension
    static final RealDatabase DATABASE = new RealDatabase();

    @Test
    void sumsTheDaysOfAWindowWithoutItsEnd() {
        given(
                flow("calls", "2023-08-31", "", 1),
                flow("calls", "2023-09-01", "", 10),
                flow("calls", "2023-09-15", "", 100),
                flow("calls", "2023-09-16", "", 1000));
        assertThat(flowOf("", "2023-09-01", "2023-09-16")).isEqualTo(110);
    }

    @Test
    void sumsOnlyTheBreakdownsOfTheFilter() {
        given(
                flow("calls", "2023-09-01", "area=01;party=ministry", 1),
                flow("calls", "2023-09-01", "area=02;party=ministry", 10),
                flow("calls", "2023-09-01", "area=01;party=province", 100));
        assertThat(flowOf("party=ministry", "2023-09-01", "2023-09-02")).isEqualTo(11);
        assertThat(flowOf("area=01;party=ministry", "2023-09-01", "2023-09-02")).isEqualTo(1);
    }

    @Test
    void addsAllVintagesOfAFlow() {
        Contribution first = flow("calls", "2023-09-01", "", 10);
        given(
                first,
                inVintage(flow("calls", "2023-09-01", "", -3), 1),
                inVintage(flow("calls", "2023-09-01", "", 5), 2));
        assertThat(flowOf("", "2023-09-01", "2023-10-01")).isEqualTo(12);
    }

    @Test
    void addsToALevelWhatMovedAfterItsSnapshot() {
        given(
                movement("births", "2023-07-30", "", 7),
                snapshot("births", "2023-07-31", "", 100),
                movement("births", "2023-07-31", "", 50), // on the snapshot's day: already in it
                movement("births", "2023-08-01", "", 2),
                movement("births", "2023-09-18", "", -1),
                movement("births", "2023-09-19", "", 1000));
        assertThat(levelOn("2023-09-18")).isEqualTo(101);
        assertThat(levelOn("2023-07-31")).isEqualTo(100);
        assertThat(levelOn("2023-07-30")).isEqualTo(7);
    }

    @Test
    void addsUpLevelsEachFromItsOwnSnapshot() {
        given(
                snapshot("births", "2023-07-31", "area=01", 100),
                snapshot("births", "2023-08-31", "area=02", 200),
                movement("births", "2023-08-15", "area=01", 1),
                movement("births", "2023-08-15", "area=02", 10),
                movement("births", "2023-08-15", "area=03", 3)); // no snapshot: from the beginning
        assertThat(levelOn("2023-09-01")).isEqualTo(304);
    }

    @Test
    void replacesASnapshotByALaterOne() {
        given(
                snapshot("births", "2023-07-31", "", 100),
                movement("births", "2023-08-10", "", 5),
                snapshot("births", "2023-08-31", "", 90));
        assertThat(levelOn("2023-08-30")).isEqualTo(105);
        assertThat(levelOn("2023-08-31")).isEqualTo(90);
    }

    @Test
    void takesTheHighestVintageOfASnapshotsDayAloneAndNotOnTop() {
        Contribution stated = snapshot("births", "2023-07-31", "", 100);
        given(stated, inVintage(snapshot("births", "2023-07-31", "", 110), 2), inVintage(stated, 1));
        assertThat(levelOn("2023-07-31")).isEqualTo(110);
    }

    @Test
    void goesBackToTheDayBeforeWhenASnapshotIsWithdrawn() {
        Contribution later = snapshot("births", "2023-08-31", "", 500);
        given(
                snapshot("births", "2023-07-31", "", 100),
                movement("births", "2023-08-10", "", 5),
                later,
                inVintage(withdrawn(later), 1));
        assertThat(levelOn("2023-09-01")).isEqualTo(105);
    }

    @Test
    void countsMembersThatHaveJoinedAndNotLeft() {
        given(
                member("parties", "2023-08-01", "member=a", true),
                member("parties", "2023-08-01", "member=b", true),
                member("parties", "2023-09-05", "member=b", false),
                member("parties", "2023-09-10", "member=b", true),
                member("parties", "2023-09-20", "member=c", true));
        assertThat(membersOn("2023-08-31")).isEqualTo(2);
        assertThat(membersOn("2023-09-05")).isEqualTo(1);
        assertThat(membersOn("2023-09-10")).isEqualTo(2);
        assertThat(membersOn("2023-09-20")).isEqualTo(3);
    }

    @Test
    void takesBackAMembershipWhoseOnlyStatementIsWithdrawn() {
        Contribution joined = member("parties", "2023-09-05", "member=b", true);
        given(member("parties", "2023-09-01", "member=a", true), joined, inVintage(withdrawn(joined), 1));
        assertThat(membersOn("2023-09-30")).isEqualTo(1);
    }

    @Test
    void missesAFigureThatNothingWasEverSaidOf() {
        given(movement("births", "2023-09-19", "", 4));
        assertThat(figures()
                        .level(new IndicatorId("births"), Dimensions.NONE, LocalDate.of(2023, 9, 18))
                        .isMissing())
                .isTrue();
        assertThat(figures()
                        .level(new IndicatorId("births"), Dimensions.NONE, LocalDate.of(2023, 9, 19))
                        .isMissing())
                .isFalse();
    }

    @Test
    void tellsAZeroFromAMissingFigure() {
        given(member("parties", "2023-09-01", "member=a", true), member("parties", "2023-09-02", "member=a", false));
        Figure none = figures().membership(new IndicatorId("parties"), Dimensions.NONE, LocalDate.of(2023, 9, 3));
        assertThat(none.value()).isZero();
        assertThat(none.isMissing()).isFalse();
    }

    @Test
    void missesAFlowOfWhichNothingIsLeft() {
        Contribution only = flow("calls", "2023-09-01", "", 0);
        given(only);
        Figure before = september();
        given(inVintage(withdrawn(only), 1));

        assertThat(before.isMissing()).isFalse();
        assertThat(september().isMissing()).isTrue();
    }

    private static Figure september() {
        return figures()
                .flow(new IndicatorId("calls"), Dimensions.NONE, LocalDate.of(2023, 9, 1), LocalDate.of(2023, 10, 1));
    }

    @Test
    void addsUpBeyondTheRangeOfOneRow() {
        given(
                flow("calls", "2023-09-01", "area=01", Long.MAX_VALUE),
                flow("calls", "2023-09-01", "area=02", Long.MAX_VALUE));
        assertThat(figures()
                        .flow(
                                new IndicatorId("calls"),
                                Dimensions.NONE,
                                LocalDate.of(2023, 9, 1),
                                LocalDate.of(2023, 10, 1))
                        .value())
                .isEqualByComparingTo("18446744073709551614");
    }

    @Test
    void addsUpIntakeBySourceOverAllDays() {
        given(
                flow("intake-received", "2023-09-01", "source=land", 10),
                flow("intake-received", "2023-09-02", "source=land", 5),
                flow("intake-counted", "2023-09-01", "source=land", 9),
                flow("intake-rejected", "2023-09-02", "reason=empty;source=land", 2),
                flow("intake-rejected", "2023-09-02", "reason=unreadable;source=land", 1),
                flow("intake-parked", "2023-09-02", "reason=future;source=land", 3),
                flow("intake-received", "2023-09-01", "source=ndxp", 4));
        assertThat(new IntakeFigures(DATABASE.client()).bySource())
                .containsExactly(
                        new IntakeFigures.OfSource("land", 15, 9, 0, 0, 3, 3, 0),
                        new IntakeFigures.OfSource("ndxp", 4, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void tellsRefusedItemsApartByReason() {
        given(
                flow("intake-rejected", "2023-09-01", "reason=empty;source=land", 2),
                flow("intake-rejected", "2023-09-02", "reason=empty;source=land", 1),
                flow("intake-rejected", "2023-09-02", "reason=unreadable;source=land", 5),
                flow("intake-parked", "2023-09-02", "reason=empty;source=land", 3),
                flow("intake-received", "2023-09-01", "source=ndxp", 4));
        assertThat(new IntakeFigures(DATABASE.client()).byReason())
                .containsExactly(
                        new IntakeFigures.Refused("land", "parked", "empty", 3),
                        new IntakeFigures.Refused("land", "rejected", "empty", 3),
                        new IntakeFigures.Refused("land", "rejected", "unreadable", 5));
    }

    private static void given(Contribution... totals) {
        DATABASE.given().counted(totals);
    }

    private static Figures figures() {
        return new Figures(DATABASE.client());
    }

    private static long flowOf(String filter, String from, String to) {
        return figures()
                .flow(new IndicatorId("calls"), Dimensions.parse(filter), LocalDate.parse(from), LocalDate.parse(to))
                .value()
                .longValueExact();
    }

    private static long levelOn(String day) {
        return figures()
                .level(new IndicatorId("births"), Dimensions.NONE, LocalDate.parse(day))
                .value()
                .longValueExact();
    }

    private static long membersOn(String day) {
        return figures()
                .membership(new IndicatorId("parties"), Dimensions.NONE, LocalDate.parse(day))
                .value()
                .longValueExact();
    }
}
