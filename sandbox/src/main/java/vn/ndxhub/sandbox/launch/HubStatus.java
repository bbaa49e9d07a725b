package vn.ndxhub.sandbox.launch;

import java.util.List;
import java.util.function.ToLongFunction;

/** The transport equation of every source and how far behind each stage is, as the hub tells it. */
record HubStatus(List<SourceStatus> sources, long feedLag, long logLag, long publishLag) {

    /** Before the hub has told anything. */
    static final HubStatus NONE = new HubStatus(List.of(), 0, 0, 0);

    /** What became of the items of one source. */
    record SourceStatus(
            String source,
            long received,
            long counted,
            long duplicates,
            long conflicts,
            long rejected,
            long parked,
            long retractions) {

        /** Whether the closing equation holds: while it does not, some of its terms are still on their way. */
        boolean isBalanced() {
            return received == counted + duplicates + conflicts + rejected + parked + retractions;
        }
    }

    boolean isBalanced() {
        return sources.stream().allMatch(SourceStatus::isBalanced);
    }

    long received() {
        return sum(SourceStatus::received);
    }

    long received(String source) {
        return sources.stream()
                .filter(status -> status.source().equals(source))
                .mapToLong(SourceStatus::received)
                .sum();
    }

    long lag() {
        return feedLag + logLag + publishLag;
    }

    String line() {
        return "received %,d  counted %,d  duplicates %,d  rejected %,d  lag %,d"
                .formatted(
                        received(),
                        sum(SourceStatus::counted),
                        sum(SourceStatus::duplicates),
                        sum(SourceStatus::rejected),
                        lag());
    }

    private long sum(ToLongFunction<SourceStatus> count) {
        return sources.stream().mapToLong(count).sum();
    }
}
