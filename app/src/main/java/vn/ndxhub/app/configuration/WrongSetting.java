package vn.ndxhub.app.configuration;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says on one line which setting keeps the hub from starting, instead of Spring's page. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSetting implements SpringBootExceptionReporter {

    private static final String KEYS = "hub.";
    private static final Map<Class<?>, String> FORMS =
            Map.of(int.class, "a whole number", Duration.class, "a duration such as 500ms, 30s or 24h");

    @Override
    public boolean reportException(Throwable failure) {
        String line = line(failure);
        if (line != null) {
            System.err.println("hub: " + line);
        }
        return line != null;
    }

    /** Null for a failure that is not about a key of the hub. */
    static @Nullable String line(Throwable failure) {
        String unreadable = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IllegalArgumentException && message != null && message.startsWith(KEYS)) {
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
        return FORMS.getOrDefault(type, "a " + type.getSimpleName());
    }
}
