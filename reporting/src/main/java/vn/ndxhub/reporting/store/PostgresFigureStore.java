package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.SealAcknowledgement;

/** Keeps totals in PostgreSQL. The tables are made before the first batch, so that the database may be away at the start. */
public final class PostgresFigureStore implements FigureStore {

    private final DataSource database;
    private boolean migrated;

    public PostgresFigureStore(DataSource database) {
        this.database = database;
    }

    @Override
    public synchronized void publish(
            Collection<Observation> totals, Collection<MonthlyCounter> months, Collection<SealAcknowledgement> seals) {
        prepare();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Upserts.totals(connection, totals);
                Upserts.months(connection, months);
                Upserts.seals(connection, seals);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
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

    // Classes of PostgreSQL's errors: 08 connection, 40 try again, 53 no resources, 57P0 shut down, 25006 read-only.
    private static RuntimeException failure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String message = "The figures could not be written (SQL state " + state + ")";
        boolean isAway = e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || List.of("08", "40", "53").contains(state.substring(0, Math.min(2, state.length())))
                || state.startsWith("57P0")
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
