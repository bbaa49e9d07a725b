package vn.ndxhub.core.counting;

/** Hears at each commit what has changed since the last one, the position last. */
public interface CountingOutput {

    /** For a state that is asked for all it holds in the end. */
    CountingOutput NOWHERE = new CountingOutput() {

        @Override
        public void contribution(Contribution contribution) {}

        @Override
        public void seal(TakenSeal seal) {}

        @Override
        public void position(long next) {}
    };

    void contribution(Contribution contribution);

    void seal(TakenSeal seal);

    /** All that was counted up to this offset has been told. */
    void position(long next);
}
