package vn.ndxhub.app.running;

/** Ends this process when its start has failed with something that no waiting mends. */
@FunctionalInterface
public interface Ending {

    /** False for a failure that may be gone when it is tried again; then nothing has been ended. */
    boolean endsFor(Exception failure);
}
