package vn.ndxhub.trials.oracle;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.contract.Observation;
import vn.ndxhub.schemas.contract.ObservationPart;
import vn.ndxhub.schemas.contract.StatedValue;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.wire.ContractReader;

/** What stands in {@code hub.observations}, partitions of the log and vintages added up as any reader would; the hub's own left out. */
final class Observations {

    private static final String OWN = "intake-";

    private Observations() {}

    /** Cells by {@code indicator|part|day|dimensions} as {@code value/count/digest}. */
    static Map<String, String> onTheirTopic(World world) {
        Map<String, Observation> newest = new TreeMap<>();
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
            ContractReader reader = new ContractReader(registry, Contracts.on(Contracts.OBSERVATIONS));
            TopicContent.read(world.bootstrapServers(), Contracts.OBSERVATIONS, record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (!key.startsWith(OWN) && reader.read(record.value()) instanceof Observation observation) {
                    newest.put(key, observation);
                }
            });
        }
        return cells(newest.values());
    }

    /** @param newest of each cell, vintage and partition of the log */
    static Map<String, String> cells(Collection<Observation> newest) {
        Map<String, List<Observation>> cells =
                newest.stream().collect(Collectors.groupingBy(Observations::cell, TreeMap::new, Collectors.toList()));
        Map<String, String> texts = new TreeMap<>();
        cells.forEach((cell, parts) -> {
            long count = parts.stream().mapToLong(Observation::getCount).sum();
            long digest = parts.stream().mapToLong(Observation::getDigest).sum();
            if (count != 0) {
                texts.put(cell, Judgement.text(value(parts), count, digest));
            }
        });
        return texts;
    }

    private static String cell(Observation observation) {
        return String.join(
                "|",
                observation.getIndicator(),
                observation.getPart().name(),
                observation.getDay().toString(),
                Judgement.text(observation.getDimensions()));
    }

    private static long value(List<Observation> parts) {
        ObservationPart part = parts.getFirst().getPart();
        if (part == ObservationPart.FLOW || part == ObservationPart.MOVEMENT) {
            return parts.stream().mapToLong(Observation::getValue).sum();
        }
        Stream<StatedValue> stated = parts.stream().flatMap(each -> each.getStated().stream());
        return stated.max(
                        Comparator.comparingLong(StatedValue::getOrdering).thenComparingLong(StatedValue::getIdentity))
                .map(StatedValue::getValue)
                .orElse(0L);
    }
}
