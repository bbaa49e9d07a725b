package vn.ndxhub.reporting.figures;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;

/** The seals as the partitions of the log have acknowledged them. */
public final class SealFigures {

    private static final String ALL = """
            SELECT source, to_char(min(month), 'YYYY-MM') AS month, number, count(*) AS acknowledged, partitions, sum(count) AS count
            FROM seal_acknowledgement GROUP BY source, number, partitions ORDER BY 1, 3
            """;

    private final JdbcClient database;

    /** @param acknowledged partitions that have taken the seal, of {@code partitions} */
    public record Seal(String source, String month, int number, int acknowledged, int partitions, long count) {

        public boolean isComplete() {
            return acknowledged == partitions;
        }
    }

    public SealFigures(JdbcClient database) {
        this.database = database;
    }

    public List<Seal> all() {
        return database.sql(ALL).query(Seal.class).list();
    }

    /** The number that the next seal takes: an unfinished one is repeated. */
    public int next(SourceId source, YearMonth month) {
        return of(source, month).stream()
                .reduce((first, second) -> second)
                .map(last -> last.isComplete() ? last.number() + 1 : last.number())
                .orElse(1);
    }

    public List<Seal> of(SourceId source, YearMonth month) {
        return all().stream()
                .filter(s -> s.source().equals(source.value()) && s.month().equals(month.toString()))
                .toList();
    }
}
