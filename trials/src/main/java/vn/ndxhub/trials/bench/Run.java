package vn.ndxhub.trials.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches one run: a quarter of the events, or a third of the time, is for warming up; what follows counts. */
final class Run {

    private static final long LOOK_MILLIS = 40;

    private final Course course;
    private final Watch watch;
    private final List<ProcessHandle> contender;

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
        long start = System.nanoTime();
        long end = start + course.limit().toNanos();
        long warmBy = start + course.limit().toNanos() / 3;
        long done = 0;
        while (done < course.records() / 4 && isGoingOn(warmBy)) {
            done = look(progress);
        }
        long from = done;
        long began = System.nanoTime();
        Outcome.Cpu before = watch.cpu(contender);
        while (done < course.records() && isGoingOn(end)) {
            done = look(progress);
        }
        long nanos = System.nanoTime() - began;
        Outcome.Cpu cpu = watch.cpu(contender).minus(before);
        Outcome.Check check = done < course.records() ? Outcome.Check.UNFINISHED : judge.check();
        return new Outcome(done - from, nanos, cpu, Watch.resident(contender), check);
    }

    private boolean isGoingOn(long end) {
        return contender.stream().allMatch(ProcessHandle::isAlive) && System.nanoTime() < end;
    }

    private static long look(Progress progress) throws Exception {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        return progress.done();
    }
}
