package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.shell.Feature;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.views.SavedView;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class ViewScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;
    private List<Feature> features;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Role role, Language language) {
        profile = OpenProfile.withNumbers(folder, role, 300);
        desk = desk(language);
        features = onFx(() -> profile.features(desk));
        showShell(desk, features, onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    private List<SavedView> views() {
        return profile.workspace.rows().list(Query.of(SavedView.TYPE)).stream()
                .map(SavedViews::read)
                .toList();
    }

    private void saveAs(String line, String name) {
        type(KeyCode.SHORTCUT, KeyCode.F);
        write(line);
        quiet();
        type(KeyCode.ENTER);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        quiet();
        write(name);
        type(KeyCode.ENTER);
        quiet();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aListIsKeptAsItLooksAndComesBack(Language language) {
        open(Role.TELECOM, language);
        long free = profile.workspace.rows().count(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE")));
        saveAs("status:available", "Libres");
        var view = views().getFirst();
        assertEquals("status:available", view.filterLine());
        assertEquals(profile.workspace.author().user().toString(), view.seenBy());
        assertTrue(isShown("Libres"), () -> texts().toString());
        assertTrue(isShown(desk.texts().formats().number(free)));
        click(byText(desk.texts().get("view.all")));
        await("all", () -> isShown(desk.texts().count("entity.did.count", 300)));
        click(byText("Libres"));
        await("the view", () -> isShown(desk.texts().count("entity.did.count", free)));
    }

    @Test
    void aReaderKeepsViewsOfTheirOwn() {
        open(Role.VIEWER, Language.FRENCH);
        saveAs("client:aucun", "Sans client");
        assertEquals("Sans client", views().getFirst().name());
        assertFalse(isShown(desk.texts().get("view.for-all")));
    }

    @Test
    void aDeletedViewComesBack() {
        open(Role.TELECOM, Language.FRENCH);
        saveAs("client:aucun", "Sans client");
        var delete = features.stream()
                .filter(feature -> feature.id().equals("numbers"))
                .flatMap(feature -> feature.commands().stream())
                .filter(command -> command.text().equals("view.delete"))
                .findFirst()
                .orElseThrow();
        assertTrue(onFx(delete::run));
        quiet();
        assertEquals(List.of(), views());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(1, views().size());
    }
}
