/**
 * Seals: orders on {@code hub.control}, and markers in every partition of an event log. Start at
 * {@link vn.ndxhub.routes.seal.KafkaSealTopics}.
 */
@NullMarked
package vn.ndxhub.routes.seal;

import org.jspecify.annotations.NullMarked;
