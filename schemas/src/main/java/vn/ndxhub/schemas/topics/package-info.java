/** The topics of the hub and which contracts may stand on each. Start at {@link vn.ndxhub.schemas.topics.HubTopic}. */
@NullMarked
package vn.ndxhub.schemas.topics;

import org.jspecify.annotations.NullMarked;
