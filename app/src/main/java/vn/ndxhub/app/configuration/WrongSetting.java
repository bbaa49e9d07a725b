package vn.ndxhub.app.configuration;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.connectors.catalog.InvalidSources;

/** Says which setting keeps the hub from starting, on one line, or what is wrong in the source folders, instead of Spring's page. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSetting implements SpringBootExceptionReporter {

    private static final String KEYS = "hub.";
    private static final Map<Class<?>, String> FORMS = Map.of(
            int.class, "a whole number",
            float.class, "a number",
            Duration.class, "a duration such as 500ms, 30s or 24h",
            DataSize.class, "a size such as 512KB or 1MB");

    @Override
    public boolean reportException(Throwable failure) {
        String line = line(failure);
        if (line != null) {
            System.err.println("hub: " + line);
        }
        return line != null;
    }

    /** Ends the process, as the start would have, when it is a setting that was found wrong while the hub began to work. */
    static boolean endsFor(Exception failure) {
        boolean ends = new WrongSetting().reportException(failure);
        if (ends) {
            System.exit(1);
        }
        return ends;
    }

    /** Null for a failure that is not about a key of the hub or a source folder. */
    static @Nullable String line(Throwable failure) {
        String unreadable = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IllegalArgumentException && message != null && message.startsWith(KEYS)) {
                return message;
            }
            if (cause instanceof InvalidSources) {
                return message;
            }
            if (cause instanceof BindException bind && bind.getName().toString().startsWith(KEYS)) {
                unreadable = bind.getName() + " cannot be read: give " + form(bind);
            }
        }
        return unreadable;
    }

    private static String form(BindException bind) {
        Class<?> type = bind.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        return FORMS.getOrDefault(type, "a " + type.getSimpleName());
    }
}
