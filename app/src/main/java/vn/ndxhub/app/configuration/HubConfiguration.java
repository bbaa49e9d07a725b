package vn.ndxhub.app.configuration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ndxhub.app.running.BadFolders;
import vn.ndxhub.app.running.Definitions;
import vn.ndxhub.app.running.HubParts;
import vn.ndxhub.app.running.HubRunner;
import vn.ndxhub.app.running.Intake;
import vn.ndxhub.app.running.PulledSources;
import vn.ndxhub.app.running.RouteStates;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.reporting.store.PostgresFigureStore;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.ReadTopics;
import vn.ndxhub.routes.control.ControlDefinitions;
import vn.ndxhub.routes.control.ControlReadTopics;
import vn.ndxhub.routes.control.DeclaredLogs;
import vn.ndxhub.routes.control.FeedAcceptance;
import vn.ndxhub.routes.rejects.ParkedRoom;
import vn.ndxhub.routes.rejects.ParkedTopics;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;

/** Puts the parts together; none of them reaches the network before it is used. */
@Configuration(proxyBeanMethods = false)
class HubConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KafkaSettings kafkaSettings(KafkaProperties properties) {
        return properties.settings();
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdmin(KafkaSettings settings) {
        return Admin.create(settings.admin());
    }

    @Bean(destroyMethod = "close")
    HttpSchemaRegistry schemaRegistry(RegistryProperties properties) {
        return new HttpSchemaRegistry(properties.config());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(properties.url());
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setPoolName("figures");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(3_000);
        // The hub starts and counts while the database is away.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Bean
    PostgresFigureStore figureStore(DataSource dataSource) {
        return new PostgresFigureStore(dataSource);
    }

    @Bean(BatchComponent.SCHEME)
    BatchComponent batchComponent(KafkaSettings settings, Admin admin, ReadTopics topicsRead) {
        return new BatchComponent(settings, admin, topicsRead);
    }

    @Bean
    ControlReadTopics topicsRead(KafkaSettings kafka, HttpSchemaRegistry registry, Admin admin) {
        return new ControlReadTopics(kafka, registry, admin);
    }

    @Bean
    FeedAcceptance feedAcceptance(Admin admin, ControlReadTopics topicsRead) {
        return new FeedAcceptance(admin, topicsRead);
    }

    @Bean
    PulledSources pulledSources(SourceCatalog catalog, PullProperties properties, Environment environment) {
        return PulledSources.of(catalog, properties, environment);
    }

    @Bean
    ParkedRoom parkedRoom(Admin admin, GroupProperties groups, ParkingProperties parking, Clock clock) {
        return new ParkedRoom(
                new ParkedTopics(admin, groups.parked()), parking.mostBytes().toBytes(), clock);
    }

    @Bean
    Intake intake(
            IntakeProperties intake,
            PersonalProperties personal,
            ParkingProperties parking,
            ParkedRoom room,
            Clock clock) {
        return new Intake(CheckedSources.normalising(intake, personal), parking, room, clock);
    }

    @Bean
    Definitions definitions(SourceCatalog catalog, KafkaSettings kafka, HttpSchemaRegistry registry) {
        return new Definitions(catalog, new ControlDefinitions(kafka, registry));
    }

    @Bean
    HubParts hubParts(
            Definitions definitions,
            KafkaSettings kafka,
            HttpSchemaRegistry registry,
            Intake intake,
            CountingProperties counting,
            InstanceProperties instance) {
        return new HubParts(definitions, kafka, registry, intake, counting.memory(instance.instance()));
    }

    @Bean
    RouteStates routeStates(CamelContext camel) {
        return new RouteStates(camel);
    }

    @Bean
    HubRunner.Work work(
            PostgresFigureStore figures,
            PulledSources pulled,
            CountingProperties counting,
            InstanceProperties instance) {
        return new HubRunner.Work(figures, pulled, counting.settings(instance.instance()), WrongSetting::endsFor);
    }

    @Bean
    HubRunner.Looks looks(
            Admin admin, KafkaSettings kafka, HttpSchemaRegistry registry, ControlReadTopics topicsRead, Clock clock) {
        return new HubRunner.Looks(admin, new DeclaredLogs(kafka, registry), topicsRead, clock);
    }

    @Bean
    HubRunner hubRunner(
            HubParts parts,
            CamelContext camel,
            HubRunner.Looks looks,
            HubRunner.Work work,
            BadFolders badFolders,
            GroupProperties groups,
            PullProperties pull) {
        groups.placeholders().forEach(camel.getPropertiesComponent()::addOverrideProperty);
        pull.placeholders().forEach(camel.getPropertiesComponent()::addOverrideProperty);
        return HubRunner.of(parts, camel, looks, work, badFolders);
    }
}
