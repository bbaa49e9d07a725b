/** The monthly report: its lines, its windows, its words. Start at {@link vn.ndxhub.reporting.report.Reports}. */
@NullMarked
package vn.ndxhub.reporting.report;

import org.jspecify.annotations.NullMarked;
