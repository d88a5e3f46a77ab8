package cadran.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cadran.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theModelKnowsNoMachinery = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "javafx..", "java.nio.file..")
            .because("the same rules run in the server, the desktop and the simulation, over whatever stands below");

    @ArchTest
    static final ArchRule syncKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("cadran.model.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cadran.model.catalog..", "cadran.model.numbers..", "cadran.model.wire..")
            .because("a new table must not touch what carries it");

    @ArchTest
    static final ArchRule nothingReadsTheClockOfItsOwn = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is passed in, so that tests and the simulation own it");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("cadran.model.(*)..").should().beFreeOfCycles();
}
