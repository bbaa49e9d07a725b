package vn.ndxhub.app.configuration;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.NormaliserSettings;

/** Reads the source folders once the settings are right, and before anything is made: what is wrong in them is all that is said. */
@Order(CheckedSources.AFTER_SETTINGS)
final class CheckedSources implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int AFTER_SETTINGS = CheckedSettings.FIRST + 1;

    /** The name of the bean. */
    static final String CATALOG = "sourceCatalog";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        SourceCatalog catalog =
                CheckedSettings.bind(environment, SourcesProperties.class).catalog();
        catalog.check(normalising(
                CheckedSettings.bind(environment, IntakeProperties.class),
                CheckedSettings.bind(environment, PersonalProperties.class)));
        context.getBeanFactory().registerSingleton(CATALOG, catalog);
    }

    static NormaliserSettings normalising(IntakeProperties intake, PersonalProperties personal) {
        return new NormaliserSettings(intake.limits(), personal.personalKey());
    }
}
