package vn.ndxhub.simulation.process;

/** The process is gone. An error and not an exception, so that nothing in the hub catches it in order to try again. */
public final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String process, String effect) {
        super(process + " was killed at: " + effect, null, false, false);
    }
}
