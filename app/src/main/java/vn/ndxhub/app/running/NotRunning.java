package vn.ndxhub.app.running;

/** The hub does not work yet, or has stopped. */
public final class NotRunning extends RuntimeException {

    public NotRunning() {
        super("The hub does not count this now; see its health");
    }
}
