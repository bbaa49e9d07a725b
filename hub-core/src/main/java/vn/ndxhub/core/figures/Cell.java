package vn.ndxhub.core.figures;

import java.time.LocalDate;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * The smallest thing that has a figure.
 *
 * @param day in Asia/Ho_Chi_Minh
 * @param vintage number of its source's seals, of whatever months, that are in front of what it counts; always 0 for the terms of
 *     the closing equation
 */
public record Cell(IndicatorId indicator, ObservationKind kind, LocalDate day, Dimensions dimensions, int vintage) {}
