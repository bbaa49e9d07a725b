package vn.ndxhub.trials.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches one run: a quarter of the events, or a third of the time, is for warming up; what follows counts. */
final class Run {

    private static final long LOOK_MILLIS = 40;
    private static final long MARK_EVERY = 2_000_000;

    private final Course course;
    private final Watch watch;
    private final List<ProcessHandle> contender;
    private final List<Outcome.Mark> marks = new ArrayList<>();

    /** @param contender its processes */
    Run(Course course, Watch watch, List<ProcessHandle> contender) {
        this.course = course;
        this.watch = watch;
        this.contender = contender;
    }

    /** How many records are done. */
    interface Progress {
        long done() throws Exception;
    }

    /** What the finished result is worth. */
    interface Judge {
        Outcome.Check check() throws Exception;
    }

    /** @param progress reaches the number of records only when all that follows from them is there, too */
    Outcome measure(Progress progress, Judge judge) throws Exception {
        try (Garbage garbage = Garbage.of(contender)) {
            return measure(progress, judge, garbage);
        }
    }

    private Outcome measure(Progress progress, Judge judge, Garbage garbage) throws Exception {
        long start = System.nanoTime();
        long end = start + course.limit().toNanos();
        long warmBy = start + course.limit().toNanos() / 3;
        long done = 0;
        while (done < course.records() / 4 && isGoingOn(warmBy)) {
            done = look(progress);
        }
        long from = done;
        long allocatedBefore = garbage.allocated();
        long began = System.nanoTime();
        Outcome.Cpu cpuBefore = watch.cpu(contender);
        int steps = 0;
        while (done < course.records() && isGoingOn(end)) {
            long before = done;
            done = look(progress);
            steps += done > before ? 1 : 0;
        }
        long nanos = System.nanoTime() - began;
        Outcome.Cpu cpu = watch.cpu(contender).minus(cpuBefore);
        long allocated = isAlive() ? garbage.allocated() - allocatedBefore : 0;
        Outcome.Check check = done < course.records() ? Outcome.Check.UNFINISHED : judge.check();
        return new Outcome(done - from, nanos, steps, cpu, allocated, Watch.resident(contender), check, marks);
    }

    private boolean isGoingOn(long end) {
        return isAlive() && System.nanoTime() < end;
    }

    private boolean isAlive() {
        return contender.stream().allMatch(ProcessHandle::isAlive);
    }

    private long look(Progress progress) throws Exception {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        long done = progress.done();
        if (done >= MARK_EVERY * marks.size()) {
            marks.add(new Outcome.Mark(done, System.nanoTime(), watch.cpu(contender)));
        }
        return done;
    }
}
