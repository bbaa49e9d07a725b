package vn.ndxhub.reporting.figures;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;

/** The seals as the partitions of the log have acknowledged them. */
public final class SealFigures {

    private static final String ALL = """
            SELECT source, to_char(month, 'YYYY-MM') AS month, number, count(*) AS acknowledged,
              max(partitions) AS partitions, sum(count) AS count
            FROM seal_acknowledgement GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
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

    /** The number that the next seal takes, in the one order of the source's seals: an unfinished one is repeated. */
    public int next(SourceId source, YearMonth month) {
        return all().stream()
                .filter(seal -> seal.source().equals(source.value()))
                .max(Comparator.comparingInt(Seal::number))
                .map(last ->
                        last.isComplete() || !last.month().equals(month.toString()) ? last.number() + 1 : last.number())
                .orElse(1);
    }

    public List<Seal> of(SourceId source, YearMonth month) {
        return all().stream()
                .filter(s -> s.source().equals(source.value()) && s.month().equals(month.toString()))
                .toList();
    }
}
