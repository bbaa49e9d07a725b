/** A sorted store of bytes by bytes: the port behind which the counting state lies in memory or on disk. Start at {@link vn.ndxhub.core.store.SortedStore}. */
@NullMarked
package vn.ndxhub.core.store;

import org.jspecify.annotations.NullMarked;
