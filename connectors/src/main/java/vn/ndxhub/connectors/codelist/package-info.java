/** Closed lists of codes with the days on which they are valid. Start at {@link vn.ndxhub.connectors.codelist.Codelist}. */
@NullMarked
package vn.ndxhub.connectors.codelist;

import org.jspecify.annotations.NullMarked;
