package vn.ndxhub.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Sealers of several hubs at once, in any interleaving of their effects, each of which may be the last before a hub dies: one order
 * everywhere, and first figures that stand.
 */
class SealerPropertiesTest {

    private static final double DEADLY = 0.03;
    private static final int STEPS = 400;
    private static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2023, 6), YearMonth.of(2023, 7), YearMonth.of(2023, 8), YearMonth.of(2023, 9));

    /** @param sentBefore events of the source when it was asked */
    private record Asked(SealRequest request, int sentBefore) {}

    @Property(tries = 1_000)
    void allPartitionsTakeOneOrderAndFirstFiguresStand(@ForAll long seed) {
        Random dice = new Random(seed);
        TurnTaking turns = new TurnTaking(dice);
        SealWorld world = new SealWorld(dice, turns, 1 + dice.nextInt(4));
        Map<Asked, SealResult> results = new HashMap<>();
        List<Asked> all = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            if (dice.nextInt(20) == 0) {
                turns.start(() -> ask(world, request(dice, all.size()), all, results));
            }
            world.live();
            turns.step(DEADLY);
            world.check();
        }
        turns.killAll();
        results.forEach((asked, result) -> assertKept(world, asked, result));
        complete(world, turns);
    }

    private static SealRequest request(Random dice, int number) {
        long at = Instant.parse("2023-10-04T01:00:00Z").toEpochMilli() + number;
        return new SealRequest(MONTHS.get(dice.nextInt(MONTHS.size())), "operator", at);
    }

    private static void ask(SealWorld world, SealRequest request, List<Asked> all, Map<Asked, SealResult> results) {
        Asked asked = new Asked(request, world.sent());
        all.add(asked);
        results.put(asked, new Sealer(world.topics()).seal(request));
    }

    /** A request that was told to be ordered is one accepted seal behind all that was sent before; one that was refused is none. */
    private static void assertKept(SealWorld world, Asked asked, SealResult result) {
        List<SealDecision.Accepted> mine = world.control().after(0).stream()
                .filter(seal -> seal.order().requestedAt() == asked.request().at())
                .toList();
        if (result instanceof SealResult.Ordered(SealDecision.Accepted seal)) {
            assertThat(mine).containsExactly(seal);
            assertThat(world.inFrontOf(seal.number()))
                    .containsAll(IntStream.range(0, asked.sentBefore()).boxed().toList());
        } else {
            assertThat(mine).isEmpty();
        }
    }

    private static void complete(SealWorld world, TurnTaking turns) {
        turns.start(() -> new Sealer(world.topics()).complete());
        while (turns.step(0)) {
            world.check();
        }
        world.checkCompleted();
    }
}
