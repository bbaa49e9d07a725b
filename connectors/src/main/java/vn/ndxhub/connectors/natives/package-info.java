/**
 * The native schema of a source: which fields its items have, and as what each can be read. Start at
 * {@link vn.ndxhub.connectors.natives.NativeFields}.
 */
@NullMarked
package vn.ndxhub.connectors.natives;

import org.jspecify.annotations.NullMarked;
