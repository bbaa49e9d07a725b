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
import java.util.stream.Stream;
import vn.ndxhub.trials.faults.End;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Verdict;
import vn.ndxhub.trials.oracle.Oracle;

/** The record of what was tried: a row is added for each fault, seed and commit, and none is ever changed. */
final class Chronicle {

    /** Columns, the first of which begins behind a bar. */
    private static final int ID = 1;

    private static final int SEED = 3;
    private static final int COMMIT = 5;

    private static final String OK = "ok";
    private static final String NOT_ASKED = "–";

    private final Path file;

    Chronicle(Path file) {
        this.file = file;
    }

    /** Whether a row says that all was right with this fault, seed and commit. */
    boolean knows(FaultCase fault, long seed) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String commit = commit();
        try (Stream<String> rows = Files.lines(file)) {
            return rows.map(row -> row.split("\\s*\\|\\s*"))
                    .anyMatch(cells -> cells.length > COMMIT
                            && cells[ID].equals(fault.id())
                            && cells[SEED].equals(Long.toString(seed))
                            && cells[COMMIT].equals(commit)
                            && isRight(cells));
        }
    }

    private static boolean isRight(String[] cells) {
        return Arrays.stream(cells).skip(COMMIT + 1L).allMatch(cell -> cell.equals(OK) || cell.equals(NOT_ASKED));
    }

    void add(FaultCase fault, Verdict verdict) throws IOException {
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
                Long.toString(verdict.chance().seed()),
                LocalDate.now().toString(),
                commit(),
                cells));
    }

    private static String oracles() {
        return Arrays.stream(Oracle.values()).map(Oracle::id).collect(Collectors.joining(" | "));
    }

    private static String cell(Verdict verdict, Oracle oracle) {
        switch (verdict.end()) {
            case End.BrokeOff broken -> {
                return "broke off";
            }
            case End.DidNotStrike missed -> {
                return "did not strike";
            }
            case End.Judged judged -> {}
            case End.NotHere notHere -> {}
        }
        List<String> found = verdict.findings().get(oracle);
        return found == null ? NOT_ASKED : found.isEmpty() ? OK : found.size() + " differences";
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
