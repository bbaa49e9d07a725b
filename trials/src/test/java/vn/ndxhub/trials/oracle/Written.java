package vn.ndxhub.trials.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.ledger.LedgerLine;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** A ledger of items each of which is sent alone, as its id. */
final class Written {

    private Written() {}

    static Answer to(Path folder, Map<String, List<PlannedItem>> plan) throws IOException {
        Ledger.write(folder, plan.values().stream().flatMap(List::stream).map(Written::line));
        return Ledger.answer(folder);
    }

    private static LedgerLine line(PlannedItem item) {
        boolean rejected = item.expectation() == Expectation.REJECTED;
        return new LedgerLine(item, item.times().intake(), rejected ? LedgerLine.hash(bytes(item.id())) : null);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
