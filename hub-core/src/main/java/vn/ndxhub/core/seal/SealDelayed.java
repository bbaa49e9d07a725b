package vn.ndxhub.core.seal;

/** Something is away or late. What was ordered already is completed by the hub that runs next; else nothing has been sealed. */
public final class SealDelayed extends RuntimeException {

    public SealDelayed(String message) {
        super(message);
    }
}
