package vn.ndxhub.trials.faults;

/** This machine lacks something that a case needs, e.g. the rights to mount; the message says what. */
public final class CannotBeTried extends Exception {

    private static final long serialVersionUID = 1;

    public CannotBeTried(String why) {
        super(why);
    }

    public CannotBeTried(String why, Throwable cause) {
        super(why, cause);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
