package vn.ndxhub.trials.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.trials.faults.End;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.faults.Verdict;
import vn.ndxhub.trials.oracle.Oracle;

/** The record of what was tried: a row is added for each fault, seed and commit, and none is ever changed. */
final class Chronicle {

    /** Columns, the first of which begins behind a bar. */
    private static final int ID = 1;

    private static final int SEED = 3;
    private static final int CHANCE = 4;
    private static final int COMMIT = 6;
    private static final int RECOVERY = 7;

    private static final String OK = "ok";
    private static final String NOT_ASKED = "–";

    private final Path file;
    private final String commit;

    /** @param commit that is tried */
    Chronicle(Path file, String commit) {
        this.file = file;
        this.commit = commit;
    }

    /**
     * The record in this file of what is tried here: of the last commit that has changed anything but documents.
     *
     * @throws IllegalStateException if anything but documents is changed and not committed: nobody could find again what was tried
     */
    static Chronicle ofThisCommit(Path file) throws IOException {
        if (!said("status", "--porcelain").isEmpty()) {
            throw new IllegalStateException("The work tree has changes that are in no commit: a row of " + file
                    + " must say what was tried. Commit them first, or leave --record out.");
        }
        return new Chronicle(file, said("log", "-1", "--format=%h"));
    }

    /** Whether a row says that all was right with this fault, seed, points, minutes and commit. */
    boolean knows(FaultCase fault, Trial.Chance chance) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (Stream<String> rows = Files.lines(file)) {
            return rows.map(row -> row.split("\\s*\\|\\s*"))
                    .anyMatch(cells -> cells.length > RECOVERY
                            && cells[ID].equals(fault.id())
                            && cells[SEED].equals(Long.toString(chance.seed()))
                            && cells[CHANCE].equals(pointsAndMinutes(chance))
                            && cells[COMMIT].equals(commit)
                            && isRight(cells));
        }
    }

    /** A row in which nothing was asked says nothing. */
    private static boolean isRight(String[] cells) {
        List<String> oracles = Arrays.asList(cells).subList(RECOVERY + 1, cells.length);
        return oracles.contains(OK) && oracles.stream().allMatch(cell -> cell.equals(OK) || cell.equals(NOT_ASKED));
    }

    /** What could not be tried here leaves no row. */
    void add(FaultCase fault, Verdict verdict) throws IOException {
        if (verdict.end() instanceof End.NotHere) {
            return;
        }
        if (!Files.exists(file)) {
            write(row("fault", "what", "seed", "points/minutes", "date", "commit", "recovery", oracles()) + "\n|"
                    + "---|".repeat(RECOVERY + Oracle.values().length));
        }
        String cells = Arrays.stream(Oracle.values())
                .map(oracle -> cell(verdict, oracle))
                .collect(Collectors.joining(" | "));
        write(row(
                fault.id(),
                fault.what(),
                Long.toString(verdict.chance().seed()),
                pointsAndMinutes(verdict.chance()),
                LocalDate.now().toString(),
                commit,
                seconds(verdict.recovery()),
                cells));
    }

    private static String pointsAndMinutes(Trial.Chance chance) {
        return chance.points() + "/" + chance.length().toMinutes();
    }

    private static String seconds(@Nullable Duration recovery) {
        return recovery == null ? NOT_ASKED : recovery.toSeconds() + " s";
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

    /** What git says of all that can change a verdict. */
    private static String said(String... question) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(question));
        command.addAll(List.of("--", ".", ":(exclude)docs", ":(exclude)*.md"));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
