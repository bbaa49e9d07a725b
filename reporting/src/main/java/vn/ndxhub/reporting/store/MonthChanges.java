package vn.ndxhub.reporting.store;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import vn.ndxhub.core.consolidation.CellChange;
import vn.ndxhub.core.consolidation.FlowMonth;
import vn.ndxhub.core.consolidation.MonthChange;
import vn.ndxhub.core.consolidation.MonthRow;
import vn.ndxhub.core.consolidation.StockMonths;

/** The months that a batch changes, and what becomes of their counters. */
final class MonthChanges {

    private final Map<CounterTable.Key, MonthChange> flows = new HashMap<>();
    private final Map<CounterTable.Key, MonthChange> ownFlows = new HashMap<>();
    private final Map<Integer, NavigableMap<YearMonth, MonthChange>> stocks = new HashMap<>();

    void add(CellAddition cell, CellChange change) {
        int whole = cell.whole();
        YearMonth month = YearMonth.from(change.day());
        switch (cell.series().measure()) {
            case FLOW ->
                (cell.series().isOwn() ? ownFlows : flows)
                        .computeIfAbsent(new CounterTable.Key(whole, month), k -> new MonthChange())
                        .add(change);
            case STOCK -> stock(whole, month).add(change);
            case MEMBER, MEMBERSHIP -> stock(whole, month).addMember(change);
        }
    }

    /** A membership moves by what its members do. */
    void move(int membership, LocalDate day, BigInteger difference) {
        stock(membership, YearMonth.from(day)).move(difference);
    }

    void write(Connection connection, Logs.Row log, long version) throws SQLException {
        CounterTable counters = new CounterTable(connection, version);
        Map<YearMonth, Integer> firstSeals = new SealTable(connection, log).firstSeals();
        Map<CounterTable.Key, MonthRow> changed = new HashMap<>();
        changeFlows(counters, flows, firstSeals, changed);
        changeFlows(counters, ownFlows, Map.of(), changed);
        changeStocks(counters, firstSeals, changed);
        counters.write(changed);
        new UnsentTable(connection).add(log.id(), changed.keySet(), version);
    }

    private static void changeFlows(
            CounterTable counters,
            Map<CounterTable.Key, MonthChange> changes,
            Map<YearMonth, Integer> firstSeals,
            Map<CounterTable.Key, MonthRow> changed)
            throws SQLException {
        Map<CounterTable.Key, MonthRow> known = counters.read(changes.keySet());
        changes.forEach((key, change) ->
                changed.put(key, FlowMonth.changed(known.get(key), change, firstSeals.get(key.month()))));
    }

    private void changeStocks(
            CounterTable counters, Map<YearMonth, Integer> firstSeals, Map<CounterTable.Key, MonthRow> changed)
            throws SQLException {
        Map<Integer, NavigableMap<YearMonth, MonthRow>> known = counters.readFromBefore(stocks.entrySet().stream()
                .map(each -> new CounterTable.Key(each.getKey(), each.getValue().firstKey()))
                .toList());
        close(counters, known);
        stocks.forEach((series, changes) -> new StockMonths(firstSeals)
                .changed(known.getOrDefault(series, new TreeMap<>()), changes)
                .forEach((month, row) -> changed.put(new CounterTable.Key(series, month), row)));
    }

    /** Finds the ends of the months in which a level is stated. */
    private void close(CounterTable counters, Map<Integer, NavigableMap<YearMonth, MonthRow>> known)
            throws SQLException {
        Map<CounterTable.Key, MonthChange> open = new HashMap<>();
        stocks.forEach((series, changes) -> changes.forEach((month, change) -> {
            NavigableMap<YearMonth, MonthRow> rows = known.getOrDefault(series, new TreeMap<>());
            if (change.needsClosing(rows.get(month))) {
                open.put(new CounterTable.Key(series, month), change);
            }
        }));
        counters.closings(open.keySet())
                .forEach((key, closing) -> Objects.requireNonNull(open.get(key)).close(closing));
    }

    private MonthChange stock(int series, YearMonth month) {
        return stocks.computeIfAbsent(series, s -> new TreeMap<>()).computeIfAbsent(month, m -> new MonthChange());
    }
}
