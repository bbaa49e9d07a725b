package vn.ndxhub.routes.batch;

/** A topic no longer continues where the hub stopped reading: records are lost or it is another topic. Never skipped. */
public final class LogBroken extends RuntimeException {

    public LogBroken(String message) {
        super(message);
    }
}
