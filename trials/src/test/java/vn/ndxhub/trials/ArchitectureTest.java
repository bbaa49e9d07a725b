package vn.ndxhub.trials;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the rooms around the hub may know of it; its own rooms are checked where they all meet, in {@code app}. */
@AnalyzeClasses(packages = "vn.ndxhub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Of the connectors it needs what a source looks like, to play it, and the names that the core gives to sources. */
    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NOTHING_OF_THE_RUNNING_HUB = noClasses()
            .that()
            .resideInAPackage("vn.ndxhub.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("vn.ndxhub..")
                    .and(not(resideInAnyPackage(
                            "vn.ndxhub.sandbox..",
                            "vn.ndxhub.schemas..",
                            "vn.ndxhub.connectors.catalog..",
                            "vn.ndxhub.connectors.codelist..",
                            "vn.ndxhub.connectors.source..",
                            "vn.ndxhub.core.identity.."))));

    @ArchTest
    static final ArchRule TRIALS_KNOW_THE_HUB_FROM_OUTSIDE_ONLY = noClasses()
            .that()
            .resideInAPackage("vn.ndxhub.trials..")
            .should()
            .dependOnClassesThat(resideInAPackage("vn.ndxhub..")
                    .and(not(resideInAnyPackage("vn.ndxhub.trials..", "vn.ndxhub.sandbox..", "vn.ndxhub.schemas.."))));
}
