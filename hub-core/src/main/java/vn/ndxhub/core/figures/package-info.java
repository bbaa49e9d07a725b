/** Totals of cells and months as they are published, and the port to the store that keeps them. Start at {@link vn.ndxhub.core.figures.FigureStore}. */
@NullMarked
package vn.ndxhub.core.figures;

import org.jspecify.annotations.NullMarked;
