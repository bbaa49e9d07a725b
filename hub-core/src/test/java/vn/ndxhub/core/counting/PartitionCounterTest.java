package vn.ndxhub.core.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ndxhub.core.counting.CountingFixture.BRANCHES;
import static vn.ndxhub.core.counting.CountingFixture.FINES;
import static vn.ndxhub.core.counting.CountingFixture.LOANS;
import static vn.ndxhub.core.counting.CountingFixture.PAGES;
import static vn.ndxhub.core.counting.CountingFixture.STOCK;
import static vn.ndxhub.core.counting.CountingFixture.seal;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.RefusalEntry;

class PartitionCounterTest {

    private final CountingFixture hub = new CountingFixture();

    @Test
    void countsAnEventOnItsVietnameseDay() {
        hub.add(hub.event("book.lent", "a")
                .occurred("2023-08-31T16:59:59.999Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.lent", "b")
                .occurred("2023-08-31T17:00:00Z")
                .in("area=01")
                .made());

        assertThat(hub.value(LOANS, ObservationKind.FLOW, "2023-08-31", "area=01", 0))
                .isEqualTo(1);
        assertThat(hub.value(LOANS, ObservationKind.FLOW, "2023-09-01", "area=01", 0))
                .isEqualTo(1);
    }

    @Test
    void countsADuplicateOnce() {
        hub.add(hub.event("book.lent", "a").in("area=01").made());

        Outcome second = hub.add(hub.event("book.lent", "a").in("area=01").made());

        assertThat(second).isEqualTo(Outcome.DUPLICATE);
        assertThat(hub.value(LOANS, ObservationKind.FLOW, "2023-09-10", "area=01", 0))
                .isEqualTo(1);
        assertThat(hub.intake(IntakeCells.DUPLICATES)).isEqualTo(1);
        assertThat(hub.intake(IntakeCells.RECEIVED)).isEqualTo(2);
    }

    @Test
    void passesOverARedeliveryOfOurOwn() {
        hub.add(hub.event("book.lent", "a").in("area=01").from(7).made());

        Outcome second =
                hub.add(hub.event("book.lent", "a").in("area=01").from(7).made());

        assertThat(second).isEqualTo(Outcome.REDELIVERED);
        assertThat(hub.intake(IntakeCells.RECEIVED)).isEqualTo(1);
        assertThat(hub.intake(IntakeCells.DUPLICATES)).isZero();
    }

    @Test
    void countsWhatAFeedThatWasCreatedAgainBringsBelowTheMarksOfTheOldOne() {
        FeedTopic again = new FeedTopic(CountingFixture.LIBRARY, new TopicId(2, 2));
        hub.add(hub.event("book.lent", "a").from(7).made());

        Outcome other =
                hub.add(hub.event("book.lent", "b").fromAnother(again, 0).made());
        Outcome copy = hub.add(hub.event("book.lent", "a").fromAnother(again, 1).made());
        Outcome redelivered =
                hub.add(hub.event("book.lent", "a").fromAnother(again, 1).made());

        assertThat(other).isEqualTo(Outcome.COUNTED);
        assertThat(copy).isEqualTo(Outcome.DUPLICATE);
        assertThat(redelivered).isEqualTo(Outcome.REDELIVERED);
        assertThat(hub.intake(IntakeCells.RECEIVED)).isEqualTo(3);
    }

    @Test
    void keepsTheFirstOfTwoThatConflict() {
        hub.add(hub.event("book.read", "a").quantity(10).made());

        Outcome second = hub.add(hub.event("book.read", "a").quantity(99).made());

        assertThat(second).isEqualTo(Outcome.CONFLICT);
        assertThat(hub.value(PAGES, ObservationKind.FLOW, "2023-09-10", "", 0)).isEqualTo(10);
        assertThat(hub.intake(IntakeCells.CONFLICTS)).isEqualTo(1);
    }

    @Test
    void takesCopiesOfTwoMappingVersionsForDuplicates() {
        hub.add(hub.event("book.read", "a").quantity(10).mapping(1).made());

        Outcome second =
                hub.add(hub.event("book.read", "a").quantity(11).mapping(2).made());

        assertThat(second).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void addsQuantitiesAndAmounts() {
        hub.add(hub.event("book.read", "a").quantity(10).made());
        hub.add(hub.event("book.read", "b").quantity(32).made());
        hub.add(hub.event("fine.paid", "c").amount(5_000).made());

        assertThat(hub.value(PAGES, ObservationKind.FLOW, "2023-09-10", "", 0)).isEqualTo(42);
        assertThat(hub.value(FINES, ObservationKind.FLOW, "2023-09-10", "", 0)).isEqualTo(5_000);
    }

    @Test
    void putsWhatHasNoAreaIntoTheExplicitRest() {
        hub.add(hub.event("book.lent", "a").made());

        assertThat(hub.value(LOANS, ObservationKind.FLOW, "2023-09-10", "area=unallocated", 0))
                .isEqualTo(1);
    }

    @Test
    void takesARetractedEventBackOnItsOwnDay() {
        hub.add(hub.event("book.read", "a")
                .occurred("2023-09-02T03:00:00Z")
                .quantity(10)
                .made());
        hub.add(hub.event("book.read", "b")
                .occurred("2023-09-02T03:00:00Z")
                .quantity(5)
                .made());

        hub.add(hub.event("book.read", "r").retracts("a").made());

        assertThat(hub.value(PAGES, ObservationKind.FLOW, "2023-09-02", "", 0)).isEqualTo(5);
        assertThat(hub.intake(IntakeCells.RETRACTIONS)).isEqualTo(1);
    }

    @Test
    void retractsOnceOnly() {
        hub.add(hub.event("book.read", "a").quantity(10).made());
        hub.add(hub.event("book.read", "r").retracts("a").made());

        Outcome again = hub.add(hub.event("book.read", "s").retracts("a").made());

        assertThat(again).isEqualTo(Outcome.DUPLICATE);
        assertThat(hub.value(PAGES, ObservationKind.FLOW, "2023-09-10", "", 0)).isZero();
    }

    @Test
    void letsARetractionArriveBeforeItsEvent() {
        hub.add(hub.event("book.read", "r").retracts("a").made());

        Outcome late = hub.add(hub.event("book.read", "a").quantity(10).made());

        assertThat(late).isEqualTo(Outcome.COUNTED);
        assertThat(hub.value(PAGES, ObservationKind.FLOW, "2023-09-10", "", 0)).isZero();
    }

    @Test
    void movesAStockOnTheDayItIsRecorded() {
        hub.add(hub.event("stock.stated", "s")
                .occurred("2023-07-31T16:00:00Z")
                .in("area=01")
                .quantity(1_000)
                .made());
        hub.add(hub.event("book.bought", "late")
                .occurred("2023-07-30T03:00:00Z")
                .recorded("2023-08-02T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.bought", "known")
                .occurred("2023-07-30T03:00:00Z")
                .recorded("2023-07-31T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.lost", "lost")
                .occurred("2023-08-05T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.bought", "new")
                .occurred("2023-08-06T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.bought", "newer")
                .occurred("2023-08-07T03:00:00Z")
                .in("area=01")
                .made());

        assertThat(hub.month(STOCK, "2023-08", "area=01").value().longValueExact())
                .isEqualTo(1_000 + 1 - 1 + 2);
    }

    @Test
    void holdsTheLatestOfSeveralSnapshotsWhateverTheirOrder() {
        hub.add(hub.event("stock.stated", "2")
                .recorded("2023-09-12T00:00:00Z")
                .in("area=01")
                .quantity(20)
                .made());
        hub.add(hub.event("stock.stated", "1")
                .recorded("2023-09-11T00:00:00Z")
                .in("area=01")
                .quantity(10)
                .made());

        assertThat(hub.value(STOCK, ObservationKind.SNAPSHOT, "2023-09-10", "area=01", 0))
                .isEqualTo(20);
    }

    @Test
    void fallsBackWhenASnapshotIsRetracted() {
        hub.add(hub.event("stock.stated", "1")
                .recorded("2023-09-11T00:00:00Z")
                .in("area=01")
                .quantity(10)
                .made());
        hub.add(hub.event("stock.stated", "2")
                .recorded("2023-09-12T00:00:00Z")
                .in("area=01")
                .quantity(20)
                .made());

        hub.add(hub.event("stock.stated", "r").retracts("2").made());

        assertThat(hub.value(STOCK, ObservationKind.SNAPSHOT, "2023-09-10", "area=01", 0))
                .isEqualTo(10);
    }

    @Test
    void countsMembersOnceWhoeverJoinsTwice() {
        hub.add(hub.event("branch.opened", "1")
                .occurred("2023-08-01T03:00:00Z")
                .in("member=hanoi")
                .made());
        hub.add(hub.event("branch.opened", "2")
                .occurred("2023-08-02T03:00:00Z")
                .in("member=hanoi")
                .made());
        hub.add(hub.event("branch.opened", "3")
                .occurred("2023-08-02T03:00:00Z")
                .in("member=hue")
                .made());
        hub.add(hub.event("branch.closed", "4")
                .occurred("2023-09-02T03:00:00Z")
                .in("member=hue")
                .made());

        assertThat(hub.month(BRANCHES, "2023-08", "").value().longValueExact()).isEqualTo(2);
        assertThat(hub.month(BRANCHES, "2023-09", "").value().longValueExact()).isEqualTo(1);
    }

    @Test
    void countsBehindASealInTheNextVintage() {
        hub.add(hub.event("book.read", "a").quantity(10).made());
        hub.add(seal("2023-09", 1));
        hub.add(hub.event("book.read", "b").quantity(5).made());
        hub.add(hub.event("book.read", "r").retracts("a").made());

        PlainMonth month = hub.month(PAGES, "2023-09", "");

        assertThat(month.firstPublished().longValueExact()).isEqualTo(10);
        assertThat(month.value().longValueExact()).isEqualTo(5);
        assertThat(month.isRevised()).isTrue();
    }

    @Test
    void takesASealOnceAndOnlyInTurn() {
        assertThat(hub.add(seal("2023-09", 2))).isEqualTo(Outcome.IGNORED);
        assertThat(hub.add(seal("2023-09", 1))).isEqualTo(Outcome.SEALED);
        assertThat(hub.add(seal("2023-09", 1))).isEqualTo(Outcome.IGNORED);
    }

    @Test
    void neverChangesTheFirstFigureOfAStockWhenAnEarlierMonthIsRestated() {
        hub.add(hub.event("book.bought", "a")
                .occurred("2023-08-05T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(seal("2023-08", 1));
        hub.add(hub.event("book.bought", "b")
                .occurred("2023-08-06T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.bought", "c")
                .occurred("2023-09-06T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(seal("2023-09", 2));
        hub.add(hub.event("book.bought", "d")
                .occurred("2023-08-07T03:00:00Z")
                .in("area=01")
                .made());

        assertThat(hub.month(STOCK, "2023-08", "area=01").firstPublished().longValueExact())
                .isEqualTo(1);
        assertThat(hub.month(STOCK, "2023-09", "area=01").firstPublished().longValueExact())
                .isEqualTo(3);
        assertThat(hub.month(STOCK, "2023-09", "area=01").value().longValueExact())
                .isEqualTo(4);
    }

    @Test
    void countsALateMovementOfASealedMonthBehindTheSealOfALaterOneNeverInIt() {
        hub.add(hub.event("book.bought", "a")
                .occurred("2023-08-05T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(hub.event("book.bought", "b")
                .occurred("2023-09-05T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(seal("2023-09", 1));
        hub.add(hub.event("book.bought", "late")
                .occurred("2023-08-06T03:00:00Z")
                .in("area=01")
                .made());
        hub.add(seal("2023-08", 2));

        assertThat(hub.month(STOCK, "2023-09", "area=01").firstPublished()).isEqualTo(2);
        assertThat(hub.month(STOCK, "2023-09", "area=01").value()).isEqualTo(3);
        assertThat(hub.month(STOCK, "2023-08", "area=01").firstPublished()).isEqualTo(2);
    }

    @Test
    void addsWhatNoLongCouldHold() {
        for (int i = 0; i < 10; i++) {
            List<LogEntry> batch = new ArrayList<>();
            for (int j = 0; j < LogPlace.MOST_ENTRIES; j++) {
                batch.add(hub.event("book.read", i + "-" + j)
                        .quantity(Long.MAX_VALUE)
                        .made());
            }
            hub.add(batch);
        }
        hub.commit();

        Contribution pages = hub.told.contributions.values().stream()
                .filter(each -> each.cell().indicator().equals(PAGES.id()))
                .findFirst()
                .orElseThrow();
        assertThat(pages.value())
                .isEqualTo(
                        BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(10L * LogPlace.MOST_ENTRIES)));
    }

    @Test
    void keepsFiftyThousandStatementsOfOneLevelWithoutARecordThatGrows() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            hub.add(hub.event("stock.stated", "s" + i)
                    .recorded(
                            Instant.parse("2023-09-11T00:00:00Z").plusSeconds(i).toString())
                    .in("area=01")
                    .quantity(i)
                    .made());
            if (i % 10_000 == 0) {
                hub.commit();
                sizes.add(hub.longestValue());
            }
        }
        assertThat(hub.value(STOCK, ObservationKind.SNAPSHOT, "2023-09-10", "area=01", 0))
                .isEqualTo(49_999);

        hub.add(hub.event("stock.stated", "r").retracts("s49999").made());

        assertThat(hub.value(STOCK, ObservationKind.SNAPSHOT, "2023-09-10", "area=01", 0))
                .isEqualTo(49_998);
        assertThat(sizes).allMatch(size -> size < 100);
    }

    @Test
    void showsARetractionThatNamesNothingUntilItsEventComes() {
        hub.add(hub.event("book.read", "r").retracts("a").made());
        hub.add(hub.event("book.read", "s").retracts("never-sent").made());

        assertThat(hub.intake(IntakeCells.RETRACTIONS_UNMATCHED)).isEqualTo(2);
        assertThat(hub.state.unmatchedRetractions(10))
                .extracting(UnmatchedRetraction::eventId)
                .containsExactlyInAnyOrder("a", "never-sent");

        hub.add(hub.event("book.read", "a").made());

        assertThat(hub.intake(IntakeCells.RETRACTIONS_UNMATCHED)).isEqualTo(1);
        assertThat(hub.intake(IntakeCells.RETRACTIONS)).isEqualTo(2);
        assertThat(hub.state.unmatchedRetractions(10))
                .extracting(UnmatchedRetraction::eventId)
                .containsExactly("never-sent");
    }

    @Test
    void showsARetractionOfARetraction() {
        hub.add(hub.event("book.read", "a").made());
        hub.add(hub.event("book.read", "r").retracts("a").made());

        hub.add(hub.event("book.read", "s").retracts("r").made());

        assertThat(hub.intake(IntakeCells.RETRACTIONS_UNMATCHED)).isEqualTo(1);
    }

    @Test
    void deletesTheTalliesOfClosedVintagesAndKeepsWhatMustStay() {
        hub.add(hub.event("book.lent", "a").in("area=01").made());
        hub.add(hub.event("book.lent", "b").in("area=02").made());
        hub.add(seal("2023-09", 1));
        hub.commit();
        hub.commit();
        hub.state.deleteClosed(10);

        List<Contribution> kept = new ArrayList<>();
        hub.state.contributions(kept::add);

        assertThat(kept)
                .isNotEmpty()
                .allMatch(each -> each.cell().indicator().value().startsWith("intake-"));
        assertThat(hub.add(hub.event("book.lent", "a").in("area=01").made())).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void balancesTheClosingEquation() {
        hub.add(hub.event("book.lent", "a").made());
        hub.add(hub.event("book.lent", "a").made());
        hub.add(hub.event("book.lent", "a").quantity(2).made());
        hub.add(hub.event("book.lent", "r").retracts("a").made());
        hub.add(hub.refusal(RefusalEntry.Outcome.REJECTED, "missing-field"));
        hub.add(hub.refusal(RefusalEntry.Outcome.PARKED, "future"));

        assertThat(hub.intake(IntakeCells.RECEIVED)).isEqualTo(6);
        assertThat(hub.intake(IntakeCells.COUNTED)
                        + hub.intake(IntakeCells.DUPLICATES)
                        + hub.intake(IntakeCells.CONFLICTS)
                        + hub.intake(IntakeCells.RETRACTIONS)
                        + hub.intake(IntakeCells.REJECTED)
                        + hub.intake(IntakeCells.PARKED))
                .isEqualTo(6);
    }

    @Test
    void movesAParkedRecordIntoItsItemsWhenItIsReleased() {
        RefusalEntry parked = hub.refusal(RefusalEntry.Outcome.PARKED, "unknown-schema");
        RefusalEntry released = new RefusalEntry(
                RefusalEntry.Outcome.RELEASED,
                "unknown-schema",
                null,
                null,
                null,
                new EventEntry.Arrival(
                        parked.arrival().origin(), parked.arrival().intake(), 1, null));
        hub.add(parked);
        hub.add(released);
        EventEntry item = hub.event("book.lent", "a")
                .from(parked.arrival().origin().offset())
                .attempt(1)
                .made();
        hub.add(item);

        hub.add(released);
        Outcome itemAgain = hub.add(item);

        assertThat(itemAgain).isEqualTo(Outcome.REDELIVERED);
        assertThat(hub.intake(IntakeCells.PARKED)).isZero();
        assertThat(hub.intake(IntakeCells.RECEIVED)).isEqualTo(1);
        assertThat(hub.intake(IntakeCells.COUNTED)).isEqualTo(1);
    }

    @Test
    void refusesToSkipAnOffset() {
        EventEntry event = hub.event("book.lent", "a").made();
        PartitionCounter counter =
                new PartitionCounter(3, CountingFixture::library, hub.index, hub::originals, hub.state);

        assertThatThrownBy(() -> counter.count(1, List.of(event), (i, outcome) -> {}))
                .isInstanceOf(LogGap.class)
                .hasMessageContaining("Partition 3")
                .hasMessageContaining("offset 0");
    }

    @Test
    void refusesToCountWithAnIndexThatDoesNotKnowAllThatStandsBefore() {
        hub.add(hub.event("book.lent", "a").made());
        hub.commit();
        hub.add(hub.event("book.lent", "a").made());

        hub.restart();
        hub.index.clear();

        assertThatThrownBy(() -> hub.again(1))
                .isInstanceOf(LogGap.class)
                .hasMessageContaining("index has only read up to offset 0");
        assertThat(hub.value(LOANS, ObservationKind.FLOW, "2023-09-10", "area=unallocated", 0))
                .isEqualTo(1);
    }

    @Test
    void goesOnExactlyWhereItsCommittedStateStands() {
        hub.add(hub.event("book.read", "a").quantity(10).made());
        hub.add(hub.event("book.read", "b").quantity(5).made());
        hub.commit();
        hub.add(hub.event("book.read", "c").quantity(7).made());
        hub.add(hub.event("book.read", "r").retracts("a").made());

        hub.restart();
        List<Outcome> before = hub.again(1);
        hub.again(2);
        hub.again(3);

        assertThat(before).isEmpty();
        assertThat(hub.value(PAGES, ObservationKind.FLOW, "2023-09-10", "", 0)).isEqualTo(12);
    }

    @Test
    void tellsTheEntriesOfOneRecordApart() {
        EventEntry first = hub.event("book.lent", "a").in("area=01").made();
        EventEntry copy = hub.event("book.lent", "a").in("area=01").made();
        EventEntry other = hub.event("book.lent", "a").in("area=79").made();
        EventEntry retraction = hub.event("book.lent", "r").retracts("b").made();
        EventEntry retracted = hub.event("book.lent", "b").in("area=01").made();

        List<Outcome> outcomes = hub.add(List.of(first, copy, other, retraction, retracted));

        assertThat(outcomes)
                .containsExactly(
                        Outcome.COUNTED, Outcome.DUPLICATE, Outcome.CONFLICT, Outcome.RETRACTED, Outcome.COUNTED);
        assertThat(hub.value(LOANS, ObservationKind.FLOW, "2023-09-10", "area=01", 0))
                .isEqualTo(1);
    }

    @Test
    void refusesARecordWithMoreEntriesThanItCanTellApart() {
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i <= LogPlace.MOST_ENTRIES; i++) {
            entries.add(hub.event("book.lent", "a" + i).made());
        }

        assertThatThrownBy(() -> hub.add(entries)).hasMessageContaining("at most");
    }
}
