package cadran.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cadran.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theServerKnowsNoDesktop = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cadran.desktop..", "javafx..")
            .because("the two meet through the model and HTTP only; the server runs where no screen is");

    @ArchTest
    static final ArchRule theWebFrameworkStaysAtTheEdge = noClasses()
            .that()
            .resideInAnyPackage(
                    "cadran.server.db..", "cadran.server.keys..", "cadran.server.jobs..", "cadran.server.blobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..")
            .because("stores and rules are tested without HTTP and outlive the framework");

    @ArchTest
    static final ArchRule nothingReadsTheClockOfItsOwn = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("time is passed in, so that tests and the simulation own it");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("cadran.server.(*)..").should().beFreeOfCycles();
}
