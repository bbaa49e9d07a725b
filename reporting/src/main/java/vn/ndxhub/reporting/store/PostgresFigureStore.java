package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.log.SourceLog;

/** Adds up in PostgreSQL. The tables are made before the first batch, so that the database may be away at the start. */
public final class PostgresFigureStore implements FigureStore {

    /**
     * Every statement looks rows up by their keys; a plan made while a table was small must not read all of it once it is large. And a
     * writer that was stopped in mid-transaction must not keep the next one waiting.
     */
    private static final String AS_WRITER = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;"
            + " SET LOCAL enable_mergejoin = off; SET LOCAL jit = off;"
            + " SET LOCAL idle_in_transaction_session_timeout = '30s'";

    private final DataSource database;
    private boolean migrated;

    public PostgresFigureStore(DataSource database) {
        this.database = database;
    }

    /** What is done on a connection. */
    private interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    @Override
    public long readPosition(SourceLog log) {
        return inTransaction(connection ->
                new Logs(connection).find(log).map(Logs.Row::nextOffset).orElse(0L));
    }

    @Override
    public void add(SourceLog log, ContributionBatch batch) {
        inTransaction(connection -> {
            Logs.Row row = new Logs(connection).lock(log);
            if (batch.from() > row.nextOffset()) {
                throw new Behind(log, row.nextOffset(), batch.from());
            }
            if (batch.next() > row.nextOffset()) {
                new BatchAddition(connection, row, batch).run();
            }
            return row;
        });
    }

    @Override
    public boolean isPublished(SourceLog log) {
        return inTransaction(connection -> new Logs(connection).isPublished(log));
    }

    @Override
    public List<MonthlyCounter> unsent(SourceLog log, int most) {
        return inTransaction(connection -> new UnsentTable(connection).read(log, most));
    }

    @Override
    public void sent(SourceLog log, Collection<MonthlyCounter> counters) {
        inTransaction(connection -> {
            new UnsentTable(connection).delete(log, counters);
            return counters;
        });
    }

    private <T> T inTransaction(Work<T> work) {
        prepare();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement()) {
                settings.execute(AS_WRITER);
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void rollBack(Connection connection, Exception after) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // Of a connection that is lost, the database rolls back itself.
            after.addSuppressed(e);
        }
    }

    /** @throws Unavailable when the database does not answer a question that costs it nothing, within this time */
    public void demandAnswer(Duration patience) {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(Math.toIntExact(patience.toSeconds()))) {
                throw new SQLTransientConnectionException("no answer within " + patience);
            }
        } catch (SQLException e) {
            throw new Unavailable("The database does not answer", e);
        }
    }

    // Classes of PostgreSQL's errors: 08 connection, 25P03 idle too long, 40 try again, 53 no resources, 57P0 shut
    // down, 25006 read-only.
    private static RuntimeException failure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String message = "The figures could not be written (SQL state " + state + ")";
        boolean isAway = e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || List.of("08", "40", "53").contains(state.substring(0, Math.min(2, state.length())))
                || state.startsWith("57P0")
                || state.equals("25P03")
                || state.equals("25006");
        return isAway ? new Unavailable(message, e) : new Refused(message, e);
    }

    /** Makes the tables, or brings them up to date; once. */
    @Override
    public synchronized void prepare() {
        if (migrated) {
            return;
        }
        try {
            Flyway.configure().dataSource(database).load().migrate();
            migrated = true;
        } catch (FlywayException e) {
            throw new Unavailable("The tables of the figures could not be made or brought up to date", e);
        }
    }
}
