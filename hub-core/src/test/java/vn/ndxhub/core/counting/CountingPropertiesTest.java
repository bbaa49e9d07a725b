package vn.ndxhub.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.ndxhub.core.counting.CountingFixture.Event;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.RefusalEntry;

/** What must hold for every stream of events: order, copies and restarts change no figure. */
class CountingPropertiesTest {

    private static final List<String> TYPES = List.of(
            "book.lent",
            "book.read",
            "fine.paid",
            "book.bought",
            "book.lost",
            "stock.stated",
            "branch.opened",
            "branch.closed");
    private static final List<String> MONTHS = List.of("2023-08", "2023-09", "2023-10");

    /** One event of the library, or the retraction of one; everything else follows from its number. */
    record Step(int number, boolean retraction) {

        EventEntry entry(CountingFixture hub) {
            return event(hub).made();
        }

        Event event(CountingFixture hub) {
            String id = "e" + number;
            String type = TYPES.get(number % TYPES.size());
            Event event = hub.event(type, retraction ? "r" + number : id)
                    .occurred("2023-09-%02dT03:00:00Z".formatted(1 + number % 3))
                    .recorded("2023-09-%02dT03:%02d:00Z".formatted(10 + number % 5, number % 60))
                    .quantity(1 + number % 7)
                    .amount(number % 3 * 1_000L)
                    .in(type.startsWith("branch") ? "member=m" + number % 4 : "area=0" + (1 + number % 3));
            return retraction ? event.retracts(id) : event;
        }
    }

    /** What else stands in a log: now and then a seal, a refusal, a conflict, a copy under another mapping, a redelivery. */
    record Turn(int dice, Step step) {

        LogEntry entry(CountingFixture hub) {
            return switch (dice) {
                case 0 ->
                    CountingFixture.seal(
                            MONTHS.get(step.number() % MONTHS.size()),
                            hub.state.vintage(CountingFixture.LIBRARY) + (step.number() % 4 == 0 ? 2 : 1));
                case 1 -> hub.refusal(RefusalEntry.Outcome.PARKED, "future");
                case 2 -> step.event(hub).quantity(99).made();
                case 3 -> step.event(hub).mapping(2).made();
                case 4 -> step.event(hub).from(step.number()).made();
                default -> step.entry(hub);
            };
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMinSize(1).ofMaxSize(120);
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(Arbitraries.integers().between(0, 14), step())
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 9))
                .as((number, dice) -> new Step(number, dice == 0));
    }

    @Property(tries = 300)
    void orderDoesNotMatter(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        List<Step> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(figures(counted(shuffled))).isEqualTo(figures(counted(steps)));
    }

    @Property(tries = 300)
    void copiesDoNotMatter(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        List<Step> withCopies = new ArrayList<>(steps);
        withCopies.addAll(steps);
        Collections.shuffle(withCopies, new Random(seed));

        assertThat(figures(counted(withCopies))).isEqualTo(figures(counted(steps)));
    }

    @Property(tries = 300)
    void whichEntriesShareARecordDoesNotMatter(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        Random random = new Random(seed);
        CountingFixture hub = new CountingFixture();
        List<LogEntry> record = new ArrayList<>();
        for (Step step : steps) {
            record.add(step.entry(hub));
            if (random.nextInt(3) == 0) {
                hub.add(List.copyOf(record));
                record.clear();
            }
        }
        hub.add(List.copyOf(record));

        assertThat(figures(hub)).isEqualTo(figures(counted(steps)));
        assertThat(hub.intake(IntakeCells.RECEIVED)).isEqualTo(steps.size());
    }

    /** Whatever is committed when, whatever fits into memory, and however often a hub is killed: the plain sum of the log. */
    @Property(tries = 500)
    void whatIsToldIsThePlainSumOfTheLog(@ForAll("turns") List<Turn> turns, @ForAll long seed) {
        Random random = new Random(seed);
        CountingFixture hub = new CountingFixture(1 + random.nextInt(12));
        List<LogEntry> record = new ArrayList<>();
        for (Turn turn : turns) {
            record.add(turn.entry(hub));
            if (random.nextInt(3) == 0) {
                hub.add(List.copyOf(record));
                record.clear();
                commitOrDie(hub, random);
            }
        }
        hub.add(List.copyOf(record));
        hub.commit();

        PlainSum expected = PlainSum.of(hub.entries());
        assertThat(PlainSum.texts(hub.told.contributions.values())).isEqualTo(expected.texts());
        assertThat(PlainSum.texts(hub.told.seals)).isEqualTo(PlainSum.texts(expected.seals()));
        assertThat(hub.told.contributions).isEqualTo(hub.recounted().contributions);
        assertThat(hub.intake(IntakeCells.RETRACTIONS_UNMATCHED)).isEqualTo(expected.unmatched());
        assertThat(hub.state.unmatchedRetractions(1_000)).hasSize(expected.unmatched());
    }

    private static void commitOrDie(CountingFixture hub, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> hub.commit();
            case 1 -> {
                hub.restart();
                hub.readFrom(random.nextInt((int) hub.state.position() + 1));
            }
            default -> {}
        }
    }

    /** Whatever has happened to the hub since: a recount finds each contribution, term, seal and position as it stands. */
    @Property(tries = 300)
    void aRecountFromTheFirstRecordGivesTheSame(@ForAll("turns") List<Turn> turns, @ForAll int anywhere) {
        int committed = Math.floorMod(anywhere, turns.size()) + 1;
        CountingFixture hub = new CountingFixture();
        turns.subList(0, committed).forEach(turn -> hub.add(turn.entry(hub)));
        hub.commit();
        hub.restart();
        turns.subList(committed, turns.size()).forEach(turn -> hub.add(turn.entry(hub)));
        hub.commit();

        CountingFixture.Told recounted = hub.recounted();

        assertThat(recounted.contributions).isEqualTo(hub.told.contributions);
        assertThat(recounted.seals).isEqualTo(hub.told.seals);
        assertThat(recounted.position).isEqualTo(hub.state.position());
    }

    private static CountingFixture counted(List<Step> steps) {
        CountingFixture hub = new CountingFixture();
        steps.forEach(step -> hub.add(step.entry(hub)));
        return hub;
    }

    /** Value, count and digest of every cell that holds something; the terms of intake depend on the copies sent. */
    private static List<String> figures(CountingFixture hub) {
        return hub.observations().stream()
                .filter(t -> !t.cell().indicator().value().startsWith("intake-"))
                .filter(t -> t.count() != 0)
                .sorted(Comparator.comparing((Observation t) -> t.cell().toString()))
                .map(t -> t.cell() + " " + t.value() + " " + t.count() + " " + t.digest())
                .toList();
    }
}
