/** What a source folder says about one national database, checked. Start at {@link vn.ndxhub.connectors.source.Source}. */
@NullMarked
package vn.ndxhub.connectors.source;

import org.jspecify.annotations.NullMarked;
