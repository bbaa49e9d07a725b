package vn.ndxhub.app.running;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.LogKeys;

/**
 * The sources whose folders cannot be read. They are not run here, and nothing else is held up by them.
 *
 * @param bySource one line, with file and key, for everything that is wrong
 */
public record BadFolders(Map<SourceId, List<String>> bySource) {

    private static final Logger LOG = LoggerFactory.getLogger(BadFolders.class);

    public static BadFolders none() {
        return new BadFolders(Map.of());
    }

    public Set<SourceId> sources() {
        return bySource.keySet();
    }

    List<SourceState> states() {
        return bySource.entrySet().stream()
                .map(each -> new SourceState(each.getKey(), Kind.BAD_FOLDER, String.join("; ", each.getValue()), 0))
                .toList();
    }

    void log() {
        bySource.forEach((source, errors) -> errors.forEach(error -> LOG.atError()
                .addKeyValue(LogKeys.SOURCE, source)
                .log("The source {} does not run, correct its folder and start again: {}", source, error)));
    }
}
