package vn.ndxhub.app.configuration;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Binds every record before anything is made: a wrong setting is the first thing that fails, and the only one. */
@Order(CheckedSettings.FIRST)
final class CheckedSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int FIRST = 0;

    static final List<Class<?>> ALL = List.of(
            InstanceProperties.class,
            KafkaProperties.class,
            RegistryProperties.class,
            DatabaseProperties.class,
            CountingProperties.class,
            ParkingProperties.class,
            SourcesProperties.class,
            IntakeProperties.class,
            PersonalProperties.class,
            GroupProperties.class,
            PullProperties.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ALL.forEach(type -> bind(context.getEnvironment(), type));
    }

    static <T> T bind(Environment environment, Class<T> type) {
        ConfigurationProperties prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class));
        return Binder.get(environment).bindOrCreate(prefix.value(), type);
    }
}
