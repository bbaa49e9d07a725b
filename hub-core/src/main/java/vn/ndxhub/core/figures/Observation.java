package vn.ndxhub.core.figures;

import vn.ndxhub.core.identity.SetDigest;

/**
 * The total of one cell over all partitions of the log, absolute.
 *
 * @param value sum for {@link ObservationKind#FLOW} and {@link ObservationKind#MOVEMENT}, latest stated value otherwise
 * @param count events counted in the cell, retracted ones taken out; a stated cell with count 0 holds nothing any more
 * @param ordering of the stated value that holds, milliseconds since 1970-01-01T00:00Z: tells which vintage's value is
 *     the later one; 0 for sums
 */
public record Observation(Cell cell, long value, long count, SetDigest digest, long ordering, Version version) {}
