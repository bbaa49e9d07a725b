package vn.ndxhub.routes.batch;

import java.util.Optional;

/**
 * Which topics have been read, by their ids, kept where it outlives them: with a topic Kafka deletes what groups have committed in it, so
 * that one made anew under its name would look like one that was never read.
 */
@FunctionalInterface
public interface ReadTopics {

    /** The id that a topic had when a hub first read it; empty if none has. */
    Optional<String> idOf(String topic);
}
