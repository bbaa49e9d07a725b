package vn.ndxhub.trials.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.FaultRun;
import vn.ndxhub.trials.oracle.Oracle;

/** The record of what was tried: a row is added for each fault, seed and commit, and none is ever changed. */
final class Chronicle {

    private final Path file;

    Chronicle(Path file) {
        this.file = file;
    }

    void add(FaultCase fault, FaultRun.Verdict verdict) throws IOException {
        if (!Files.exists(file)) {
            write(row("fault", "what", "seed", "date", "commit", oracles()) + "\n|---|---|---|---|---|"
                    + "---|".repeat(Oracle.values().length));
        }
        String cells = Arrays.stream(Oracle.values())
                .map(oracle -> cell(verdict, oracle))
                .collect(Collectors.joining(" | "));
        write(row(
                fault.id(),
                fault.what(),
                Long.toString(verdict.seed()),
                LocalDate.now().toString(),
                commit(),
                cells));
    }

    private static String oracles() {
        return Arrays.stream(Oracle.values()).map(Oracle::id).collect(Collectors.joining(" | "));
    }

    private static String cell(FaultRun.Verdict verdict, Oracle oracle) {
        if (verdict.failure() != null) {
            return "broke off";
        }
        List<String> found = verdict.findings().get(oracle);
        return found == null ? "–" : found.isEmpty() ? "ok" : found.size() + " differences";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                .redirectErrorStream(true)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
