package vn.ndxhub.sandbox.launch;

import java.util.concurrent.TimeUnit;

/** The time between two looks at the hub. */
final class Pause {

    private Pause() {}

    static void half() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the hub", e);
        }
    }
}
