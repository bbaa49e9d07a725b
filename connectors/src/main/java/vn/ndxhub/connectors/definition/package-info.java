/** The canonical text of a source's mapping, by which it is known for ever. Start at {@link vn.ndxhub.connectors.definition.MappingText}. */
@NullMarked
package vn.ndxhub.connectors.definition;

import org.jspecify.annotations.NullMarked;
