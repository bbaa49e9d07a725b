package vn.ndxhub.reporting.report;

import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Text;

/** One line of the report. */
record LineDefinition(String id, System system, Text name, String unit, Derivation from, TextForm text) {

    /** The national database that the line speaks of. */
    record System(SourceId id, Text name) {}
}
