package cadran.desktop.conflicts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.store.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.Customer;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.sync.Verdict;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ConflictsTest extends UiTest {
    private OpenProfile open() {
        var profile = closing(OpenProfile.withNumbers(folder, Role.ADMIN, 20).settled());
        var desk = desk(Language.FRENCH);
        var features = onFx(() -> profile.features(desk));
        features.stream()
                .map(feature -> feature.waiting())
                .filter(Objects::nonNull)
                .forEach(waiting -> onFx(() -> status.attentionProperty().bind(waiting)));
        showShell(desk, features);
        await("quiet", () -> desk.background().jobs().isEmpty());
        return profile;
    }

    private static void meet(OpenProfile profile) {
        profile.answered(
                profile.workspace
                        .rows()
                        .list(Query.of(Customer.TYPE))
                        .getFirst()
                        .row(),
                "name",
                "Mon nom",
                Verdict.CONFLICT,
                Problem.of("row.changed_by_other"),
                Map.of("name", "Leur nom"));
    }

    @Test
    void whatWaitsIsCountedInTheNavigationAndTheStatusBarAndZeroShowsNothing() {
        var profile = open();
        assertFalse(isShown("1 à régler"));
        meet(profile);
        byText("1 à régler");
        assertTrue(isShown("1"), "beside the navigation's entry");
        assertEquals(
                "1 modification attend votre décision",
                onFx(() -> byId("nav-conflicts").getAccessibleHelp()));
    }

    @Test
    void theCountLeadsToTheListAndGoesWhenItIsDealtWith() {
        meet(open());
        click(byText("1 à régler"));
        byText("Leur nom");
        type(KeyCode.SHORTCUT, KeyCode.ENTER);
        byText("Rien à régler");
        await("the count to go", () -> !isShown("1 à régler"));
    }
}
