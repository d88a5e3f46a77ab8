package cadran.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.samples.SampleFeature;
import cadran.desktop.samples.SampleRows;
import cadran.desktop.settings.SettingsFeature;
import cadran.desktop.ui.Desk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ShellViewTest extends UiTest {
    private ShellView open(Desk desk) {
        var features = onFx(() -> List.<Feature>of(
                new SampleFeature(desk, new SampleRows(100)),
                new SettingsFeature(desk, Path.of("/data"), KeyProtection.PASSPHRASE, List.of())));
        var shell = showShell(desk, features);
        byText("01 44 00 00 00");
        return shell;
    }

    @Test
    void theLanguageChangesOnTheSpot() {
        open(desk(Language.FRENCH));
        assertTrue(isShown("Numéros") && isShown("Synchronisé"), () -> texts().toString());
        click(byId("switch-language"));
        assertTrue(isShown("Numbers") && isShown("Synced") && isShown("€1.20"), () -> texts().toString());
        assertFalse(isShown("Numéros"));
    }

    @Test
    void theThemeChangesOnTheSpotAndIsRemembered() {
        var desk = desk(Language.FRENCH);
        open(desk);
        var before = onFx(Application::getUserAgentStylesheet);
        click(byId("switch-theme"));
        assertNotEquals(before, onFx(Application::getUserAgentStylesheet));
        assertTrue(onFx(() -> Objects.requireNonNull(stage)
                .getScene()
                .getRoot()
                .getStyleClass()
                .contains("dark")));
        assertEquals("DARK", desk.settings().get("theme").orElseThrow());
    }

    @Test
    void theSignsZoomWhereverTheKeyboardHasThem() {
        var desk = desk(Language.FRENCH);
        open(desk);
        type(KeyCode.CONTROL, KeyCode.EQUALS);
        type(KeyCode.CONTROL, KeyCode.ADD);
        assertEquals(120, onFx(() -> desk.look().zoomProperty().get()));
        type(KeyCode.CONTROL, KeyCode.SUBTRACT);
        assertEquals(110, onFx(() -> desk.look().zoomProperty().get()));
    }

    @Test
    void aClickInTheNavigationOpensTheFeatureAndItIsRemembered() {
        var desk = desk(Language.FRENCH);
        open(desk);
        click(byId("nav-settings"));
        assertTrue(isShown("Protection de la clé"));
        assertEquals("settings", desk.settings().get("shell.feature").orElseThrow());
    }

    @Test
    void theCalmBannerTellsWhatIsKeptHereAndFromWhenTheDataAre() {
        open(desk(Language.FRENCH));
        onFx(() -> {
            status.syncedAtProperty().set(Instant.parse("2026-02-03T09:42:00Z"));
            status.pendingProperty().set(12);
        });
        assertTrue(isShown("Synchronisé 10:42"));
        onFx(() -> status.connectionProperty().set(Connection.OFFLINE));
        assertTrue(isShown("Hors ligne · 12 modifications gardées sur cet ordinateur · données de 10:42"));
    }

    @Test
    void columnsFoldInANarrowWindowAndComeBackInAWideOne() {
        width = 1000;
        height = 640;
        open(desk(Language.FRENCH));
        assertEquals(52, onFx(() -> one(NavigationView.class).getWidth()), 1);
        assertFalse(isShown("Abonnement mensuel") && isShown("Client") && isShown("1.20"), "detail is folded");
        onFx(() -> Objects.requireNonNull(stage).setWidth(1366));
        settle();
        assertTrue(isShown("1.20"), "detail is back");
    }

    @Test
    void keysWorkOnlyWhereTheyShould() {
        open(desk(Language.ENGLISH));
        type(KeyCode.SHORTCUT, KeyCode.F);
        assertInstanceOf(TextInputControl.class, focused());
        write("?");
        assertFalse(isShown("Keyboard shortcuts"), "typed into a field");
        type(KeyCode.ESCAPE);
        type(KeyCode.DOWN);
        write("?");
        assertTrue(
                isShown("Keyboard shortcuts") && isShown("Commit and go down") && isShown("Ctrl+F"),
                () -> texts().toString());
        type(KeyCode.ESCAPE);
        assertFalse(isShown("Keyboard shortcuts"));
    }

    @Test
    void aToastOffersTheWayBack() {
        var desk = desk(Language.FRENCH);
        open(desk);
        var undone = new AtomicInteger();
        onFx(() -> desk.toasts().showWithUndo("14 numéros affectés", undone::incrementAndGet));
        click(byText("Annuler"));
        assertEquals(1, undone.get());
        assertFalse(isShown("14 numéros affectés"));
    }

    @Test
    void longWorkIsShownWithItsProgressAndCanBeInterrupted() {
        var desk = desk(Language.FRENCH);
        open(desk);
        onFx(() -> desk.background()
                .run(
                        "work.load",
                        progress -> {
                            progress.report(62, 100);
                            while (!progress.isCancelled()) {
                                Thread.onSpinWait();
                            }
                            return "never delivered";
                        },
                        result -> bugs.add(new AssertionError(result))));
        await("the job to be shown", () -> texts().contains("Lecture 62\u00a0%"));
        click(one(JobsView.class).lookup(".status-button"));
        await("the job to end", () -> desk.background().jobs().isEmpty());
        assertFalse(isShown("Lecture 62\u00a0%"));
    }
}
