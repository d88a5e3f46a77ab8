package cadran.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

class ShellViewTest extends UiTest {
    private record Plain(String id, String titleKey) implements Feature {
        @Override
        public Ikon icon() {
            return Feather.HASH;
        }

        @Override
        public Node view() {
            return new Label("view of " + id);
        }
    }

    @Test
    void theLanguageChangesOnTheSpot() {
        var desk = desk(Language.FRENCH);
        showShell(desk, List.of(new Plain("one", "app.name")));
        assertTrue(isShown("Synchronisé"), () -> texts().toString());
        click(byId("switch-language"));
        assertTrue(isShown("Synced"), () -> texts().toString());
    }

    @Test
    void aClickInTheNavigationOpensTheFeature() {
        var desk = desk(Language.FRENCH);
        showShell(desk, List.of(new Plain("one", "app.name"), new Plain("two", "app.name")));
        assertTrue(isShown("view of one"));
        click(byId("nav-two"));
        assertTrue(isShown("view of two"));
        assertEquals("two", desk.settings().get("shell.feature").orElseThrow());
    }
}
