package cadran.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cadran.desktop", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "cadran.desktop.catalog..",
        "cadran.desktop.assignments..",
        "cadran.desktop.blocks..",
        "cadran.desktop.changes..",
        "cadran.desktop.numbers..",
        "cadran.desktop.plan..",
        "cadran.desktop.ranges..",
        "cadran.desktop.organisation..",
        "cadran.desktop.conflicts..",
        "cadran.desktop.dashboard..",
        "cadran.desktop.history..",
        "cadran.desktop.demo..",
        "cadran.desktop.settings..",
        "cadran.desktop.usage.."
    };

    @ArchTest
    static final ArchRule onlyTheEmbeddedServerKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackage("cadran.desktop.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cadran.server..")
            .because("a desktop that reaches into the server would work on this computer only");

    @ArchTest
    static final ArchRule theEngineRoomHasNoWindows = noClasses()
            .that()
            .resideInAnyPackage(
                    "cadran.desktop.bulk..",
                    "cadran.desktop.edit..",
                    "cadran.desktop.index..",
                    "cadran.desktop.query..",
                    "cadran.desktop.store..",
                    "cadran.desktop.sync..",
                    "cadran.desktop.profiles..",
                    "cadran.desktop.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "cadran.desktop.ui..", "cadran.desktop.shell..")
            .because("edits and sync run in the simulation and in tests without a toolkit");

    @ArchTest
    static final ArchRule theEngineRoomKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage(
                    "cadran.desktop.bulk..",
                    "cadran.desktop.edit..",
                    "cadran.desktop.index..",
                    "cadran.desktop.query..",
                    "cadran.desktop.store..",
                    "cadran.desktop.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .because("a new feature must not touch what saves and carries its edits");

    @ArchTest
    static final ArchRule theKitKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("cadran.desktop.ui..", "cadran.desktop.i18n..", "cadran.desktop.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("cadran.desktop.shell..", "cadran.desktop.store..", "cadran.desktop.sync..")
            .because("controls are reused by every feature, also by those not written yet");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("cadran.desktop.(*)..").should().beFreeOfCycles();
}
