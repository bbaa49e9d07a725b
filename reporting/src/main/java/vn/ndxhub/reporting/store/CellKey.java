package vn.ndxhub.reporting.store;

import java.time.LocalDate;
import vn.ndxhub.core.figures.ObservationKind;

/** A cell in all its vintages. */
record CellKey(int series, ObservationKind kind, LocalDate day) {}
