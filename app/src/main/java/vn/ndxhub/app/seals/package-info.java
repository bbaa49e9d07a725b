/** Months are sealed, shown before they are, and completed after a hub has died. Start at {@link vn.ndxhub.app.seals.Seals}. */
@NullMarked
package vn.ndxhub.app.seals;

import org.jspecify.annotations.NullMarked;
