package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings as an operator gives them, bound as Spring binds them at the start. */
final class Given {

    private final Map<String, Object> keys = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();

    static Given nothing() {
        return new Given();
    }

    Given key(String key, String value) {
        keys.put(key, value);
        return this;
    }

    Given variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        environment.getPropertySources().addLast(new MapPropertySource("keys", keys));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    <T> T bind(Class<T> type) {
        return CheckedSettings.bind(environment(), type);
    }

    /** The line that an operator reads; it must be one. */
    String refusal(Class<?> type) {
        Throwable failure = catchThrowable(() -> bind(type));
        String line = failure == null ? null : WrongSetting.line(failure);
        if (line == null || line.contains("\n")) {
            throw new AssertionError("Not one line about a key of the hub: " + line, failure);
        }
        return line;
    }
}
