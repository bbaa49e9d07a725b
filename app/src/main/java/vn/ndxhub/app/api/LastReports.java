package vn.ndxhub.app.api;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.ndxhub.reporting.report.Report;
import vn.ndxhub.reporting.report.Reports;
import vn.ndxhub.reporting.report.Windows;

/** Reads reports, and while the database is away gives those that were read last; each says itself when that was. */
@Component
final class LastReports {

    private static final int KEPT = 50;

    private final Reports reports;
    private final Map<Key, Report> last = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Report> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(YearMonth month, Windows windows) {}

    /** A report, and whether it could not be read now. */
    record Read(Report report, boolean isOld) {}

    LastReports(Reports reports) {
        this.reports = reports;
    }

    Read read(YearMonth month, Windows windows) {
        Key key = new Key(month, windows);
        try {
            Report report = reports.report(month, windows);
            synchronized (last) {
                last.put(key, report);
            }
            return new Read(report, false);
        } catch (DataAccessException | TransactionException away) {
            synchronized (last) {
                Report known = last.get(key);
                if (known == null) {
                    throw away;
                }
                return new Read(known, true);
            }
        }
    }
}
