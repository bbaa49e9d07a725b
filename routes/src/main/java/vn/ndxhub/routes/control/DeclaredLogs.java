package vn.ndxhub.routes.control;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** The event logs as they were declared on {@code hub.control}: the first record of a source and an epoch holds, the last epoch is in force. */
public final class DeclaredLogs implements Declarations {

    private final ControlTopic control;
    private final Map<String, NavigableMap<Integer, EventLog>> bySource = new ConcurrentHashMap<>();
    private long next;

    public DeclaredLogs(KafkaSettings kafka, SchemaRegistry registry) {
        this.control = new ControlTopic(kafka, registry);
    }

    @Override
    public synchronized Optional<EventLog> of(SourceId source) {
        NavigableMap<Integer, EventLog> epochs = bySource.get(source.value());
        return epochs == null
                ? Optional.empty()
                : Optional.of(epochs.lastEntry().getValue());
    }

    @Override
    public Set<SourceId> sources() {
        return bySource.keySet().stream().map(SourceId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void declare(EventLog log) {
        control.write(log.getSource(), log);
        refresh();
    }

    @Override
    public synchronized void refresh() {
        next = control.read(next, (record, writtenAt) -> {
            if (record instanceof EventLog log) {
                bySource.computeIfAbsent(log.getSource(), source -> new TreeMap<>())
                        .putIfAbsent(log.getLogEpoch(), log);
            }
        });
    }
}
