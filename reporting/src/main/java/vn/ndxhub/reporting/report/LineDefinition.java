package vn.ndxhub.reporting.report;

import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Text;

/** One line of the report. */
record LineDefinition(String id, String system, Text name, String unit, Derivation from, TextForm text) {

    /** The system's database is the source of the same name. */
    SourceId source() {
        return new SourceId(system);
    }
}
