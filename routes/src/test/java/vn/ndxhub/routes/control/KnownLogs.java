package vn.ndxhub.routes.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.schemas.contract.EventLog;

/** Declarations that are kept in memory. */
final class KnownLogs implements Declarations {

    private final Map<String, EventLog> bySource = new HashMap<>();

    @Override
    public void refresh() {
        // All is known at once.
    }

    @Override
    public Optional<EventLog> of(SourceId source) {
        return Optional.ofNullable(bySource.get(source.value()));
    }

    @Override
    public Set<SourceId> sources() {
        return bySource.keySet().stream().map(SourceId::new).collect(Collectors.toSet());
    }

    @Override
    public void declare(EventLog log) {
        bySource.putIfAbsent(log.getSource(), log);
    }
}
