/** Reads figures: windows, levels on a day, memberships, and the hub's own counts. Start at {@link vn.ndxhub.reporting.figures.Figures}. */
@NullMarked
package vn.ndxhub.reporting.figures;

import org.jspecify.annotations.NullMarked;
