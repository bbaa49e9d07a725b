package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.time.LocalDate;
import vn.ndxhub.core.figures.ObservationKind;

/**
 * What has become of one vintage of one cell.
 *
 * @param value difference of a sum; of a level or a membership what its figure changes by is found otherwise
 */
public record CellChange(ObservationKind kind, LocalDate day, int vintage, BigInteger value, long count, long digest) {}
