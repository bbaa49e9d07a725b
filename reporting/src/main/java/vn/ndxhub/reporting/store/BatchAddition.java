package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.ndxhub.core.consolidation.CellVintages;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.PartitionContribution;

/**
 * Adds one batch: reads the cells that it is about, puts its elements in, writes the cells that have changed, and from those alone the
 * steps of memberships, the months, the hub's own sums and the outbox.
 */
final class BatchAddition {

    private final Connection connection;
    private final Logs.Row log;
    private final ContributionBatch batch;
    private final SeriesTable series;

    BatchAddition(Connection connection, Logs.Row log, ContributionBatch batch) {
        this.connection = connection;
        this.log = log;
        this.batch = batch;
        this.series = new SeriesTable(connection, log.id());
    }

    void run() throws SQLException {
        if (!batch.contributions().isEmpty()) {
            add(batch.contributions());
        }
        new SealTable(connection, log).acknowledge(batch.acknowledgements(), batch.next());
        new Logs(connection).advance(log, batch);
    }

    private void add(List<PartitionContribution> contributions) throws SQLException {
        series.resolve(contributions.stream()
                .map(each -> SeriesKey.of(each.contribution().cell()))
                .collect(Collectors.toSet()));
        CellTable cells = new CellTable(connection, log.partitions());
        Map<CellKey, CellVintages> known =
                cells.read(contributions.stream().map(this::key).collect(Collectors.toSet()));
        Map<CellKey, CellAddition> additions = new HashMap<>();
        for (PartitionContribution each : contributions) {
            additions
                    .computeIfAbsent(key(each), key -> addition(key, each, known))
                    .put(each.logPartition(), each.contribution());
        }
        cells.write(additions.values().stream()
                .flatMap(addition -> addition.rows().stream())
                .toList());
        addUp(additions.values());
    }

    private CellAddition addition(CellKey key, PartitionContribution of, Map<CellKey, CellVintages> known) {
        SeriesKey own = SeriesKey.of(of.contribution().cell());
        return new CellAddition(key, own, series.id(own.whole()), Objects.requireNonNull(known.get(key)));
    }

    private void addUp(Collection<CellAddition> additions) throws SQLException {
        OwnSums own = new OwnSums();
        MonthChanges months = new MonthChanges();
        for (CellAddition addition : additions) {
            addition.changes().forEach(change -> {
                own.add(addition, change);
                months.add(addition, change);
            });
        }
        own.write(connection);
        new MemberChanges(new MembershipTable(connection)).write(additions, months);
        months.write(connection, log, batch.next());
    }

    private CellKey key(PartitionContribution each) {
        var cell = each.contribution().cell();
        return new CellKey(series.id(SeriesKey.of(cell)), cell.kind(), cell.day());
    }
}
