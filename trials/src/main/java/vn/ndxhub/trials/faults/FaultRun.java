package vn.ndxhub.trials.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One fault against a stage of its own, from an empty folder to the verdict. */
public final class FaultRun {

    private final FaultCase fault;
    private final Trial.Chance chance;
    private final PrintWriter out;

    public FaultRun(FaultCase fault, Trial.Chance chance, PrintWriter out) {
        this.fault = fault;
        this.chance = chance;
        this.out = out;
    }

    /** @param folder for data and logs; kept for a look if something is not right, otherwise emptied */
    public Verdict run(Path folder) {
        out.printf("%s %s, seed %d%n", fault.id(), fault.what(), chance.seed());
        Timeline timeline = new Timeline(fault.id(), out);
        Verdict verdict = judged(folder, timeline);
        timeline.note(said(verdict, folder));
        if (!verdict.isRed()) {
            delete(folder);
        }
        return verdict;
    }

    private static String said(Verdict verdict, Path folder) {
        if (verdict.isGreen()) {
            return "all equal";
        }
        return verdict.end().text() + (verdict.isRed() ? "; NOT RIGHT; logs are in " + folder : "");
    }

    /** Whatever goes wrong with one case is its verdict, so that the next one is tried all the same. */
    private Verdict judged(Path folder, Timeline timeline) {
        try (Closeable prepared = fault.prepare(folder);
                Closeable interrupted = ifInterrupted(() -> abandon(folder, prepared));
                Stage stage = Stage.set(folder, fault, chance.seed());
                Footprint footprint = new Footprint(stage.hubs())) {
            timeline.note("the stage is set");
            Trial trial = new Trial(stage, chance, timeline, footprint);
            End end = end(trial);
            trial.strikes().told().forEach(timeline::note);
            return new Verdict(fault.id(), chance, end, trial.findings(), trial.recovery());
        } catch (CannotBeTried e) {
            return Verdict.without(fault.id(), chance, new End.NotHere(e.why()));
        } catch (Exception e) {
            return Verdict.without(fault.id(), chance, new End.BrokeOff(e.toString()));
        }
    }

    private End end(Trial trial) {
        try {
            fault.run(trial);
        } catch (Exception e) {
            return new End.BrokeOff(e.toString());
        }
        List<String> missed = trial.strikes().missed();
        return missed.isEmpty() ? new End.Judged() : new End.DidNotStrike(missed);
    }

    private static void abandon(Path folder, Closeable prepared) {
        Stage.abandon(folder);
        try {
            prepared.close();
        } catch (IOException e) {
            throw new UncheckedIOException("What " + folder + " was prepared with cannot be taken back", e);
        }
    }

    /** Does this if somebody ends this program (Ctrl-C) before the result is closed. */
    private static Closeable ifInterrupted(Runnable then) {
        Thread hook = new Thread(then, "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // then it does it
            }
        };
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }
}
