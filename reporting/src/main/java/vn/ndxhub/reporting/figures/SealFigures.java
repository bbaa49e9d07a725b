package vn.ndxhub.reporting.figures;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;

/** The seals as the partitions of the log have acknowledged them. */
public final class SealFigures {

    private static final String ALL = """
            SELECT source, to_char(min(month), 'YYYY-MM') AS month, number, count(*) AS acknowledged, partitions, sum(count) AS count
            FROM seal_acknowledgement GROUP BY source, number, partitions ORDER BY 1, 3
            """;

    private final JdbcClient database;

    /**
     * One seal.
     *
     * @param number in the source's one order of seals, over all months
     * @param acknowledged partitions that have taken the seal, of {@code partitions}
     */
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

    /** The last seal of the source that all partitions have taken, with all in front of it; 0 for none. */
    public int acknowledged(SourceId source) {
        Set<Integer> complete = all().stream()
                .filter(seal -> seal.source().equals(source.value()) && seal.isComplete())
                .map(Seal::number)
                .collect(Collectors.toSet());
        int last = 0;
        while (complete.contains(last + 1)) {
            last++;
        }
        return last;
    }
}
