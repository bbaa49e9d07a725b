package vn.ndxhub.sandbox.scenario;

/** How much of the scenario is played: 1 is all of it, and only all of it gives the printed figures. */
public record Scale(double factor) {

    public static final Scale FULL = new Scale(1);

    public Scale {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("A scale is more than 0 and at most 1");
        }
    }

    /** At least one of a number of events. */
    int of(int events) {
        return (int) Math.max(1, Math.round(events * factor));
    }
}
