package vn.ndxhub.app.running;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.routes.batch.LogKeys;

/**
 * Ends this process when a thread has died: a hub that lacks one only seems to work. Nothing is closed, because what the thread
 * held may be broken; to the brokers it is a hub that was killed, and counting is exact through that.
 */
public final class DeadThread implements Thread.UncaughtExceptionHandler {

    /** As the virtual machine itself ends when memory has run out. */
    static final int EXIT_CODE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DeadThread.class);

    /** For every thread that has no handler of its own. */
    public static void endsTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler(new DeadThread());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        try {
            // Its message is left out: it may hold what a record holds.
            LOG.atError()
                    .addKeyValue(LogKeys.REASON, failure.getClass().getSimpleName())
                    .log(
                            "The thread {} has died of {} {}; the hub ends",
                            thread.getName(),
                            failure.getClass().getName(),
                            at(failure));
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    private static String at(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "at a place that is not known" : "at " + frames[0];
    }
}
