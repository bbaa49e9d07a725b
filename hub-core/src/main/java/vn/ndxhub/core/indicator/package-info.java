/** What is counted: indicators, their dimensions and the rules by which an event contributes. Start at {@link vn.ndxhub.core.indicator.Indicator}. */
@NullMarked
package vn.ndxhub.core.indicator;

import org.jspecify.annotations.NullMarked;
