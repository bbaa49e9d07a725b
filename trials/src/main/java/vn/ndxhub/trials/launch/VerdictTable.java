package vn.ndxhub.trials.launch;

import java.util.List;
import vn.ndxhub.trials.faults.End;
import vn.ndxhub.trials.faults.Verdict;
import vn.ndxhub.trials.oracle.Oracle;

/** Faults by oracles: ok, the number of findings, or a dash where the oracle was not asked; how a case ended that was not judged. */
final class VerdictTable {

    private VerdictTable() {}

    static String of(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder("fault  seed      ");
        for (Oracle oracle : Oracle.values()) {
            text.append("%-6s".formatted(oracle.id()));
        }
        for (Verdict verdict : verdicts) {
            text.append(
                    "%n%-6s %-9d ".formatted(verdict.fault(), verdict.chance().seed()));
            for (Oracle oracle : Oracle.values()) {
                text.append("%-6s".formatted(cell(verdict, oracle)));
            }
            text.append(
                    verdict.end() instanceof End.Judged
                            ? ""
                            : " " + verdict.end().text());
        }
        return text.toString();
    }

    private static String cell(Verdict verdict, Oracle oracle) {
        List<String> found = verdict.findings().get(oracle);
        if (found == null) {
            return "-";
        }
        return found.isEmpty() ? "ok" : Integer.toString(found.size());
    }
}
