package vn.ndxhub.routes.batch;

import java.util.Optional;

/**
 * Which topics are read, by their ids, kept where it outlives them: with a topic Kafka deletes what groups have committed in it, so that
 * one created again under its name would look like one that was never read.
 */
@FunctionalInterface
public interface ReadTopics {

    /** The topic that hubs have first read under a name, or that an operator has accepted since; empty if none has been read. */
    Optional<AcceptedTopic> of(String topic);
}
