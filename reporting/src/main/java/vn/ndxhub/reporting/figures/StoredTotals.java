package vn.ndxhub.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** The totals as they are stored: what a recount or a judge compares with. */
public final class StoredTotals {

    private final JdbcClient database;

    public StoredTotals(JdbcClient database) {
        this.database = database;
    }

    /** All cells of the days from the first to the day before {@code to}. */
    public List<Observation> between(LocalDate from, LocalDate to) {
        return database.sql("SELECT * FROM observation WHERE day >= :from AND day < :to"
                        + " ORDER BY indicator, day, part, dimensions, vintage")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> total(row))
                .list();
    }

    private static Observation total(ResultSet row) throws SQLException {
        Cell cell = new Cell(
                new IndicatorId(row.getString("indicator")),
                ObservationKind.valueOf(row.getString("part")),
                row.getObject("day", LocalDate.class),
                Dimensions.parse(row.getString("dimensions")),
                row.getInt("vintage"));
        return new Observation(
                cell,
                row.getLong("value"),
                row.getLong("count"),
                new SetDigest(row.getLong("digest")),
                row.getLong("ordering"),
                new Version(row.getInt("log_epoch"), row.getLong("position")));
    }
}
