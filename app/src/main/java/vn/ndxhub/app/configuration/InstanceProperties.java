package vn.ndxhub.app.configuration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub}: this process.
 *
 * @param instance its name, unique among those that share a machine
 * @param runFile where it writes its process id and ports once it serves; none if not given
 * @param operatorToken what an operator must show to change anything; without one nobody can
 */
@ConfigurationProperties("hub")
public record InstanceProperties(
        @DefaultValue("hub-1") String instance,
        @Nullable Path runFile,
        @Nullable String operatorToken) {

    private static final int SHORTEST_TOKEN = 24;

    public InstanceProperties {
        if (!instance.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            throw new IllegalArgumentException(
                    "hub.instance must be a name of letters, digits, '.', '_' and '-', e.g. hub-1");
        }
        // An empty environment variable means: not given.
        runFile = runFile == null || runFile.toString().isBlank() ? null : runFile;
        operatorToken = operatorToken == null || operatorToken.isBlank() ? null : operatorToken;
        if (operatorToken != null && operatorToken.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "hub.operator-token is too short: give at least " + SHORTEST_TOKEN + " characters");
        }
    }

    /** The token stays out of every log. */
    @Override
    public String toString() {
        return "InstanceProperties[" + instance + "]";
    }
}
