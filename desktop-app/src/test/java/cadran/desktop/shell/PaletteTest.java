package cadran.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.samples.SampleFeature;
import cadran.desktop.samples.SampleRows;
import cadran.desktop.settings.SettingsFeature;
import cadran.desktop.ui.Desk;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest extends UiTest {
    private Desk open(Language language) {
        var desk = desk(language);
        var features = onFx(() -> List.<Feature>of(
                new SampleFeature(desk, new SampleRows(100)),
                new SettingsFeature(desk, Path.of("/data"), KeyProtection.KEYCHAIN, List.of())));
        showShell(desk, features);
        byText("01 44 00 00 00");
        type(KeyCode.SHORTCUT, KeyCode.K);
        return desk;
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        return onFx(() -> ((ListView<PaletteEntry>) byId("palette-list"))
                .getItems().stream().map(PaletteEntry::name).toList());
    }

    @ParameterizedTest
    @CsvSource({"FRENCH, reglages, Protection de la clé", "ENGLISH, settings, Protection of the key"})
    void aFeatureIsOpenedWithTheKeyboardAloneAndWithoutAccents(Language language, String typed, String seen) {
        open(language);
        write(typed);
        type(KeyCode.ENTER);
        await(seen, () -> isShown(seen));
    }

    @Test
    void everyCommandIsThereWithItsKey() {
        open(Language.FRENCH);
        assertTrue(
                names().containsAll(List.of("Ajouter un numéro", "Aller à la recherche", "Passer du clair au sombre")));
        assertTrue(isShown("Ctrl+N"), () -> texts().toString());
    }

    @Test
    void whatWasUsedLastComesFirst() {
        open(Language.FRENCH);
        write("replier ou deplier le detail");
        type(KeyCode.ENTER);
        type(KeyCode.SHORTCUT, KeyCode.K);
        assertEquals("Replier ou déplier le détail", names().getFirst());
    }

    @Test
    void objectsAreFoundBesidesCommands() {
        open(Language.FRENCH);
        write("0144000042");
        await("a number", () -> names().contains("01 44 00 00 42"));
        type(KeyCode.ENTER);
        await("its detail", () -> isShown("01 44 00 00 42"));
    }

    @Test
    void escapeAndTheSameKeyCloseItAndTheFocusGoesBack() {
        open(Language.FRENCH);
        assertEquals(byId("palette-field"), focused());
        type(KeyCode.ESCAPE);
        assertFalse(isShown("Ouvrir Réglages"));
        assertEquals(onFx(() -> one(javafx.scene.control.TableView.class)), focused());
        type(KeyCode.SHORTCUT, KeyCode.K);
        type(KeyCode.SHORTCUT, KeyCode.K);
        assertFalse(isShown("Ouvrir Réglages"));
    }
}
