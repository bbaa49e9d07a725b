package vn.ndxhub.core.figures;

import java.time.LocalDate;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * The smallest thing that has a figure.
 *
 * @param day in Asia/Ho_Chi_Minh
 * @param vintage 0 as first published; n what came behind the n-th seal of the source's month
 */
public record Cell(IndicatorId indicator, ObservationKind kind, LocalDate day, Dimensions dimensions, int vintage) {}
