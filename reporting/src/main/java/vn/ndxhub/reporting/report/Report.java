package vn.ndxhub.reporting.report;

import java.time.YearMonth;
import java.util.List;

/**
 * The report of a month.
 *
 * @param snapshot id of the database snapshot that all its figures were read in
 */
public record Report(YearMonth month, Windows windows, String snapshot, List<ReportLine> lines) {}
