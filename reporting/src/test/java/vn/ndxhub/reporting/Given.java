package vn.ndxhub.reporting;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.PartitionContribution;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.reporting.store.PostgresFigureStore;

/** What has been counted of invented sources, each with two log partitions: in one batch a source after the other. */
public final class Given {

    private static final List<String> SYSTEMS =
            List.of("ndxp", "population", "insurance", "civil-registry", "land", "enterprise", "civil-servants");

    private final PostgresFigureStore store;
    private final Map<String, Long> offsets = new HashMap<>();
    private long position;

    Given(PostgresFigureStore store) {
        this.store = store;
    }

    public void counted(Contribution... contributions) {
        Map<String, List<PartitionContribution>> bySource = new LinkedHashMap<>();
        position++;
        for (Contribution each : contributions) {
            Contribution placed =
                    new Contribution(each.cell(), each.value(), each.count(), each.digest(), each.stated(), position);
            bySource.merge(
                    source(each),
                    List.of(new PartitionContribution(0, placed)),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        bySource.forEach((source, own) -> add(source, own, List.of()));
    }

    /** One of the two partitions takes a seal. */
    public void sealed(String source, YearMonth month, int number, int partition) {
        add(source, List.of(), List.of(new SealAcknowledgement(month, number, partition, 9, 9, new SetDigest(9))));
    }

    private void add(
            String source, List<PartitionContribution> contributions, List<SealAcknowledgement> acknowledgements) {
        long from = offsets.getOrDefault(source, 0L);
        offsets.put(source, from + 1);
        store.add(
                new SourceLog(new SourceId(source), 1, 2),
                new ContributionBatch(from, from + 1, contributions, acknowledgements, Map.of(0, position)));
    }

    private static String source(Contribution contribution) {
        String own = contribution.cell().dimensions().codes().get("source");
        return own != null
                ? own
                : SYSTEMS.stream()
                        .filter(contribution.cell().indicator().value()::startsWith)
                        .findFirst()
                        .orElse("library");
    }
}
