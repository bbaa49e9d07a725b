package vn.ndxhub.trials.peers;

import java.nio.file.Path;

/**
 * What every peer is told, and what it says.
 *
 * @param run its consumer group and its output topic
 */
public record PeerMain(String bootstrapServers, String feed, String run, Path state) {

    /** Said on the standard output when the first record has come. */
    public static final String FIRST = "FIRST";

    public static PeerMain of(String[] arguments) {
        return new PeerMain(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]));
    }

    public static void sayFirst() {
        System.out.println(FIRST);
        System.out.flush();
    }
}
