package vn.ndxhub.trials.oracle;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.ObservationKind;
import vn.ndxhub.schemas.contract.StatedValue;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;

/** What stands in the {@code hub.contributions} of all sources, partitions of the log and vintages added up as any reader would; the hub's own left out. */
final class Observations {

    private static final String OWN = "intake-";

    private Observations() {}

    /** Cells by {@code indicator|part|day|dimensions} as {@code value/count/digest}. */
    static Map<String, String> onTheirTopic(World world) {
        Map<String, Contribution> newest = new TreeMap<>();
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
            ContractReader reader = new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts());
            TopicContent.readOfSources(world.bootstrapServers(), HubTopic.CONTRIBUTIONS, record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (!key.startsWith(OWN) && reader.read(record.value()) instanceof Contribution observation) {
                    newest.put(key, observation);
                }
            });
        }
        return cells(newest.values());
    }

    /** @param newest of each cell, vintage and partition of the log */
    static Map<String, String> cells(Collection<Contribution> newest) {
        Map<String, List<Contribution>> cells =
                newest.stream().collect(Collectors.groupingBy(Observations::cell, TreeMap::new, Collectors.toList()));
        Map<String, String> texts = new TreeMap<>();
        cells.forEach((cell, parts) -> {
            long count = parts.stream().mapToLong(Contribution::getCount).sum();
            long digest = parts.stream().mapToLong(Contribution::getDigest).sum();
            if (count != 0) {
                texts.put(cell, Judgement.text(value(parts), count, digest));
            }
        });
        return texts;
    }

    private static String cell(Contribution observation) {
        return String.join(
                "|",
                observation.getIndicator(),
                observation.getKind().name(),
                observation.getDay().toString(),
                Judgement.text(observation.getDimensions()));
    }

    private static long value(List<Contribution> parts) {
        ObservationKind part = parts.getFirst().getKind();
        if (part == ObservationKind.FLOW || part == ObservationKind.MOVEMENT) {
            return parts.stream()
                    .map(each -> new BigInteger(each.getValue().array()))
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .longValueExact();
        }
        return latestVintages(parts)
                .map(Contribution::getStated)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(StatedValue::getOrdering).thenComparingLong(StatedValue::getIdentity))
                .map(StatedValue::getValue)
                .orElse(0L);
    }

    /** Of each log partition what it states last: a statement holds over all vintages before it. */
    private static Stream<Contribution> latestVintages(List<Contribution> parts) {
        return parts.stream()
                .collect(Collectors.toMap(
                        Contribution::getLogPartition,
                        each -> each,
                        BinaryOperator.maxBy(Comparator.comparingInt(Contribution::getVintage))))
                .values()
                .stream();
    }
}
