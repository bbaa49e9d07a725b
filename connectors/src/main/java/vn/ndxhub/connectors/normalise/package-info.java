/**
 * From the bytes of a feed to status events or refusals, compiled once from a source's mapping. Start at
 * {@link vn.ndxhub.connectors.normalise.Normaliser}, then {@link vn.ndxhub.connectors.normalise.Normalisers}.
 */
@NullMarked
package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.NullMarked;
