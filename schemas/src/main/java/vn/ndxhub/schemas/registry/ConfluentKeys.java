package vn.ndxhub.schemas.registry;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RegistryConfig} out of Confluent's configuration keys; every complaint starts with the key. */
final class ConfluentKeys {

    private static final String URL = "schema.registry.url";
    private static final String SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String NAMESPACE = "schema.registry.";

    private final Map<String, ?> given;

    ConfluentKeys(Map<String, ?> given) {
        this.given = given;
    }

    RegistryConfig config() {
        refuseWhatWouldBeIgnored();
        List<URI> urls = urls();
        return new RegistryConfig(
                urls.stream().map(ConfluentKeys::withoutUserInfo).toList(),
                auth(urls),
                store("truststore"),
                store("keystore"),
                times(),
                (int) number("max.schemas.per.subject", RegistryConfig.DEFAULT_CACHE_SIZE, 1, 1_000_000));
    }

    private List<URI> urls() {
        List<URI> urls = new ArrayList<>();
        for (String part : listed(URL)) {
            urls.add(url(part.endsWith("/") ? part.substring(0, part.length() - 1) : part));
        }
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(URL + " is missing: name the registry, e.g. https://registry:8081");
        }
        return urls;
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // falls through: the text may hold a password and is not repeated
        }
        throw new IllegalArgumentException(URL + " must be http:// or https:// addresses separated by commas");
    }

    private static URI withoutUserInfo(URI url) {
        String userInfo = url.getRawUserInfo();
        return userInfo == null ? url : URI.create(url.toString().replaceFirst("//[^@]*@", "//"));
    }

    private @Nullable BasicAuth auth(List<URI> urls) {
        String source = text(SOURCE, "URL").toUpperCase(Locale.ROOT);
        return switch (source) {
            case "USER_INFO" -> BasicAuth.of(required(USER_INFO, SOURCE + " is USER_INFO"), USER_INFO);
            case "URL" ->
                urls.stream()
                        .map(URI::getUserInfo)
                        .filter(info -> info != null)
                        .findFirst()
                        .map(info -> BasicAuth.of(info, "the user in " + URL))
                        .orElse(null);
            default -> throw new IllegalArgumentException(SOURCE + " must be URL or USER_INFO");
        };
    }

    private @Nullable KeyMaterial store(String kind) {
        String prefix = NAMESPACE + "ssl." + kind + ".";
        String location = value(prefix + "location");
        if (location == null) {
            return null;
        }
        Path path = Path.of(location);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(prefix + "location names a file that cannot be read: " + path);
        }
        return new KeyMaterial(
                prefix + "location",
                path,
                text(prefix + "type", "JKS"),
                value(prefix + "password"),
                value(NAMESPACE + "ssl.key.password"));
    }

    private RegistryTimes times() {
        RegistryTimes usual = RegistryTimes.DEFAULT;
        return new RegistryTimes(
                millis("http.connect.timeout.ms", usual.connect()),
                millis("http.read.timeout.ms", usual.request()),
                millis("registry.total.timeout.ms", usual.total()),
                (int) number("max.retries", usual.retries(), 0, 100),
                millis("retries.wait.ms", usual.firstWait()),
                millis("retries.max.wait.ms", usual.maxWait()),
                Duration.ofSeconds(
                        number("missing.id.cache.ttl.sec", usual.missing().toSeconds(), 0, 86_400)));
    }

    /** Somebody who sets these means them: starting without them would talk to the registry in another way than ordered. */
    private void refuseWhatWouldBeIgnored() {
        for (String key : List.of("bearer.auth.credentials.source", "bearer.auth.token", "proxy.host")) {
            if (value(key) != null) {
                throw new IllegalArgumentException(key + " is not supported: use basic authentication or client TLS");
            }
        }
        String identification = NAMESPACE + "ssl.endpoint.identification.algorithm";
        if (!text(identification, "https").equalsIgnoreCase("https")) {
            throw new IllegalArgumentException(identification + " must be https: host names are always verified");
        }
    }

    private Duration millis(String key, Duration usual) {
        return Duration.ofMillis(number(key, usual.toMillis(), 1, 3_600_000));
    }

    private long number(String key, long usual, long least, long most) {
        String text = value(key);
        try {
            long number = text == null ? usual : Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message
        }
        throw new IllegalArgumentException(key + " must be a whole number from " + least + " to " + most);
    }

    private List<String> listed(String key) {
        Object value = given.get(key);
        List<?> parts =
                value instanceof List<?> list ? list : List.of(text(key, "").split(","));
        return parts.stream()
                .map(String::valueOf)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private String required(String key, String because) {
        String value = value(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing although " + because);
        }
        return value;
    }

    private String text(String key, String usual) {
        String value = value(key);
        return value == null ? usual : value;
    }

    /** The client's own keys may also come with Confluent's prefix {@code schema.registry.}, which then wins. */
    private @Nullable String value(String key) {
        Object value = given.get(NAMESPACE + key);
        if (value == null) {
            value = given.get(key);
        }
        String text = value == null ? null : secret(value).strip();
        return text == null || (text.isEmpty() && !key.endsWith("algorithm")) ? null : text;
    }

    /** Kafka wraps passwords in a type of its own when it parses a configuration. */
    private static String secret(Object value) {
        return value instanceof org.apache.kafka.common.config.types.Password password
                ? password.value()
                : String.valueOf(value);
    }
}
