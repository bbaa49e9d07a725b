package vn.ndxhub.core.identity;

/**
 * The feed topic of a source, as it was created: offsets of one topic say nothing about those of another of the same name. One object
 * stands for all items of a batch.
 */
public record FeedTopic(SourceId source, TopicId id) {

    @Override
    public String toString() {
        return source.feedTopic() + "(" + id + ")";
    }
}
