package vn.ndxhub.reporting.store;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.PartitionContribution;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.reporting.Invented;
import vn.ndxhub.reporting.RealDatabase;
import vn.ndxhub.reporting.figures.StoredObservations;

/** An invented library's log in two epochs, and what becomes of it in the store. */
final class StoreFixture {

    static final YearMonth AUGUST = YearMonth.of(2023, 8);
    static final YearMonth SEPTEMBER = YearMonth.of(2023, 9);
    static final SourceLog LOG = new SourceLog(new SourceId("library"), 1, 2);
    static final SourceLog NEXT = new SourceLog(new SourceId("library"), 2, 3);
    static final Contribution BIRTHS = Invented.movement("births", "2023-09-01", "area=01", 5);

    private final RealDatabase database;

    StoreFixture(RealDatabase database) {
        this.database = database;
    }

    void add(SourceLog log, long from, int partition, Contribution... contributions) {
        database.store().add(log, batch(from, partition, contributions));
    }

    static ContributionBatch batch(long from, int partition, Contribution... contributions) {
        List<PartitionContribution> own = List.of(contributions).stream()
                .map(each -> new PartitionContribution(partition, each))
                .toList();
        return new ContributionBatch(from, from + 1, own, List.of(), Map.of());
    }

    /** By both partitions. */
    void sealed(YearMonth month, int number) {
        database.given().sealed("library", month, number, 0);
        database.given().sealed("library", month, number, 1);
    }

    List<Observation> stored() {
        return new StoredObservations(database.client())
                .page(SEPTEMBER, StoredObservations.Cursor.START, 100)
                .observations();
    }

    /** Indicator, status, value, first published value and count of a month's counters. */
    List<String> counters(YearMonth month) {
        return database.client()
                .sql("SELECT concat_ws(' ', indicator, status, value, first_published, count) FROM monthly_counter"
                        + " WHERE month = :month")
                .param("month", month.atDay(1))
                .query(String.class)
                .list();
    }
}
