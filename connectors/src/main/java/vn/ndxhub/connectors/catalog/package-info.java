/** The source folders: found, read, checked as a whole, and served. Start at {@link vn.ndxhub.connectors.catalog.SourceCatalog}. */
@NullMarked
package vn.ndxhub.connectors.catalog;

import org.jspecify.annotations.NullMarked;
