package vn.ndxhub.routes.batch;

/**
 * What no second try mends: a thread that has met an {@link Error} is not to be trusted, and one that has died of it leaves a hub that only
 * seems to work. Whoever catches failures in order to try again, or hands tasks to an executor, passes errors on to the handler of
 * uncaught ones; in a hub that ends the process.
 */
public final class FatalErrors {

    private FatalErrors() {}

    /** @throws Error the one behind a failure; nothing happens if there is none */
    public static void rethrow(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
    }

    /** For what may not throw: gives the error behind a failure to the handler of uncaught ones. */
    public static void passOn(Throwable failure) {
        try {
            rethrow(failure);
        } catch (Error error) {
            handler().uncaughtException(Thread.currentThread(), error);
        }
    }

    // The process's first: Kafka Streams gives its threads one of their own, which does nothing.
    private static Thread.UncaughtExceptionHandler handler() {
        Thread.UncaughtExceptionHandler ofTheProcess = Thread.getDefaultUncaughtExceptionHandler();
        return ofTheProcess == null ? Thread.currentThread().getUncaughtExceptionHandler() : ofTheProcess;
    }

    /** A task for an executor that would keep its errors to itself. */
    public static Runnable passedOn(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Error error) {
                passOn(error);
                throw error;
            }
        };
    }
}
