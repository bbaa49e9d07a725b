package vn.ndxhub.routes.log;

import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.log.DefinitionHashes;

/** What all events of a batch have in common. */
public record BatchHeader(FeedTopic feed, DefinitionHashes definitions) {}
