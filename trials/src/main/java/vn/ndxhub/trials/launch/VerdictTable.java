package vn.ndxhub.trials.launch;

import java.util.List;
import vn.ndxhub.trials.faults.FaultRun;
import vn.ndxhub.trials.oracle.Oracle;

/** Faults by oracles: ok, the number of findings, or a dash where the oracle was not asked. */
final class VerdictTable {

    private VerdictTable() {}

    static String of(List<FaultRun.Verdict> verdicts) {
        StringBuilder text = new StringBuilder("fault  seed      ");
        for (Oracle oracle : Oracle.values()) {
            text.append("%-6s".formatted(oracle.id()));
        }
        for (FaultRun.Verdict verdict : verdicts) {
            text.append("%n%-6s %-9d ".formatted(verdict.fault(), verdict.seed()));
            for (Oracle oracle : Oracle.values()) {
                text.append("%-6s".formatted(cell(verdict, oracle)));
            }
            text.append(verdict.failure() == null ? "" : " broke off: " + verdict.failure());
        }
        return text.toString();
    }

    private static String cell(FaultRun.Verdict verdict, Oracle oracle) {
        List<String> found = verdict.findings().get(oracle);
        if (found == null) {
            return "-";
        }
        return found.isEmpty() ? "ok" : Integer.toString(found.size());
    }
}
