/** Compares the hub's report with the printed one, row by row. Start at {@link vn.ndxhub.sandbox.compare.Comparison}. */
@NullMarked
package vn.ndxhub.sandbox.compare;

import org.jspecify.annotations.NullMarked;
