package vn.ndxhub.routes.batch;

/** A batch cannot be added where the reader stands: it must begin again where it would begin after a start. */
public final class StartAgain extends RuntimeException {

    public StartAgain(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
