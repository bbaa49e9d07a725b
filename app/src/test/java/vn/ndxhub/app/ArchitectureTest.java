package vn.ndxhub.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each room may know. */
@AnalyzeClasses(packages = "vn.ndxhub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ROOMS_KNOW_WHAT_THE_DESIGN_SAYS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("vn.ndxhub..")
            .layer("schemas")
            .definedBy("vn.ndxhub.schemas..")
            .layer("hub-core")
            .definedBy("vn.ndxhub.core..")
            .layer("connectors")
            .definedBy("vn.ndxhub.connectors..")
            .layer("routes")
            .definedBy("vn.ndxhub.routes..")
            .layer("reporting")
            .definedBy("vn.ndxhub.reporting..")
            .layer("app")
            .definedBy("vn.ndxhub.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("routes")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("reporting")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("connectors")
            .mayOnlyBeAccessedByLayers("routes", "app")
            .whereLayer("schemas")
            .mayOnlyBeAccessedByLayers("connectors", "routes", "reporting", "app")
            .whereLayer("hub-core")
            .mayOnlyBeAccessedByLayers("connectors", "routes", "reporting", "app");

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("vn.ndxhub.core..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("vn.ndxhub.core..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule INTERNALS_OF_KAFKA_STREAMS_STAY_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("vn.ndxhub.routes.counting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.streams.processor.internals..", "org.apache.kafka.streams.state.internals..");

    @ArchTest
    static final ArchRule ONLY_THE_REPORTING_LAYER_SPEAKS_TO_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages("vn.ndxhub.reporting..", "vn.ndxhub.app.configuration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.postgresql..",
                    "com.zaxxer.hikari..");

    @ArchTest
    static final ArchRule CAMEL_STAYS_IN_THE_ROUTES_AND_WHERE_THEY_ARE_WIRED = noClasses()
            .that()
            .resideOutsideOfPackages("vn.ndxhub.routes..", "vn.ndxhub.app.configuration..", "vn.ndxhub.app.running..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule NO_CLOCK_IN_THE_CORE = noClasses()
            .that()
            .resideInAPackage("vn.ndxhub.core..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now");
}
