/** PostgreSQL as the store of published totals. Start at {@link vn.ndxhub.reporting.store.PostgresFigureStore}. */
@NullMarked
package vn.ndxhub.reporting.store;

import org.jspecify.annotations.NullMarked;
