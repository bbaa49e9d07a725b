package vn.ndxhub.trials.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F12: two months in any order, many retractions before their events. */
final class Shuffled implements FaultCase {

    @Override
    public String id() {
        return "F12";
    }

    @Override
    public String what() {
        return "two months of items in any order, retractions before their events";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Random random = new Random(seed);
        Map<String, List<PlannedItem>> shuffled = new LinkedHashMap<>();
        FaultCase.super.plan(seed).forEach((source, items) -> shuffled.put(source, shuffled(items, random)));
        return shuffled;
    }

    /** Any order but one: of several with one id the first wins, and the ledger says which that is, so that those keep their places. */
    private static List<PlannedItem> shuffled(List<PlannedItem> items, Random random) {
        List<PlannedItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        Set<String> contested = items.stream()
                .filter(item ->
                        item.expectation() == Expectation.CONFLICT || item.expectation() == Expectation.DUPLICATE)
                .map(PlannedItem::id)
                .collect(Collectors.toSet());
        Map<String, Deque<PlannedItem>> inOrder = items.stream()
                .filter(item -> contested.contains(item.id()))
                .collect(Collectors.groupingBy(PlannedItem::id, Collectors.toCollection(ArrayDeque::new)));
        shuffled.replaceAll(item -> {
            Deque<PlannedItem> those = inOrder.get(item.id());
            return those == null ? item : those.removeFirst();
        });
        return shuffled;
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(1);
        trial.settle();
    }
}
