package vn.ndxhub.reporting.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The report of a month.
 *
 * @param snapshot the database snapshot that all its figures were read in
 */
public record Report(YearMonth month, Windows windows, Snapshot snapshot, List<ReportLine> lines) {

    /** @param readAt by the database's clock: how old the figures are */
    public record Snapshot(String id, Instant readAt) {}
}
