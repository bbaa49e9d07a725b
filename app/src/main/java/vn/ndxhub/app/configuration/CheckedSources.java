package vn.ndxhub.app.configuration;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import vn.ndxhub.app.running.BadFolders;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.NormaliserSettings;

/** Reads the source folders once the settings are right, and before anything is made. */
@Order(CheckedSources.AFTER_SETTINGS)
final class CheckedSources implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int AFTER_SETTINGS = CheckedSettings.FIRST + 1;

    /** The names of the beans. */
    static final String CATALOG = "sourceCatalog";

    static final String BAD_FOLDERS = "badFolders";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        SourceCatalog.Usable usable =
                CheckedSettings.bind(environment, SourcesProperties.class).usable();
        SourceCatalog catalog = usable.catalog();
        catalog.check(normalising(
                CheckedSettings.bind(environment, IntakeProperties.class),
                CheckedSettings.bind(environment, PersonalProperties.class)));
        context.getBeanFactory().registerSingleton(CATALOG, catalog);
        context.getBeanFactory().registerSingleton(BAD_FOLDERS, new BadFolders(usable.bad()));
    }

    static NormaliserSettings normalising(IntakeProperties intake, PersonalProperties personal) {
        return new NormaliserSettings(intake.limits(), personal.personalKey());
    }
}
