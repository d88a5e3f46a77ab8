package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.shell.Feature;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.views.SavedView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
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
        byText(desk.texts().formats().number(free));
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

    /** Counting rests while there is other work, so that the old count stands there for as long. */
    @Test
    void aCountThatMayHaveChangedStaysInGreyUntilItIsCountedAnew() {
        open(Role.TELECOM, Language.FRENCH);
        saveAs("statut:disponible", "Libres");
        var free = Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE"));
        long before = profile.workspace.rows().count(free);
        assertFalse(isOld(byText(desk.texts().formats().number(before))));
        var work = new CountDownLatch(1);
        onFx(() -> desk.background().run("work.load", progress -> work.await(1, TimeUnit.MINUTES), done -> {}));
        var gone = profile.workspace.rows().list(free).getFirst().row();
        profile.open.run(TestOp.deleting(Did.TYPE, gone.id()));
        await("grey", () -> isOld(byTextNow(desk.texts().formats().number(before))));
        work.countDown();
        await("the new count", () -> !isOld(byTextNow(desk.texts().formats().number(before - 1))));
    }

    private static boolean isOld(@Nullable Node count) {
        return count == null || count.getPseudoClassStates().contains(PseudoClass.getPseudoClass("old"));
    }

    /** Of a view; null while there is none. */
    private @Nullable Node byTextNow(String text) {
        return Objects.requireNonNull(stage).getScene().getRoot().lookupAll(".view-count").stream()
                .filter(node -> node instanceof Label label && label.getText().equals(text))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aViewIsFoundAndOpenedByThePalette(Language language) {
        open(Role.VIEWER, language);
        saveAs("status:available", "Mes libres");
        long free = profile.workspace.rows().count(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE")));
        click(byText(desk.texts().get("view.all")));
        await("all", () -> isShown(desk.texts().count("entity.did.count", 300)));
        onFx(() -> desk.navigator().open("customers"));
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.K);
        write("mes lib");
        quiet();
        byText(desk.texts().get("view.in-palette"));
        type(KeyCode.ENTER);
        quiet();
        await("the view", () -> isShown(desk.texts().count("entity.did.count", free)));
    }

    @Test
    void aViewIsCalledOtherwise() {
        open(Role.TELECOM, Language.FRENCH);
        saveAs("client:aucun", "Sans client");
        assertTrue(onFx(command("view.rename")::run));
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("À donner");
        type(KeyCode.ENTER);
        quiet();
        var view = views().getFirst();
        assertEquals("À donner", view.name());
        assertEquals("client:aucun", view.filterLine(), "all else stays");
        assertTrue(isShown("À donner"));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals("Sans client", views().getFirst().name());
    }

    private Command command(String text) {
        return features.stream()
                .filter(feature -> feature.id().equals("numbers"))
                .flatMap(feature -> feature.commands().stream())
                .filter(command -> command.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** What it was about is gone: it must not show everything instead. */
    @Test
    void aViewOfADeletedCustomerOrTagFindsNothing() {
        open(Role.TELECOM, Language.FRENCH);
        var zorro = OpenStore.customer("ZORRO", "Zorro SA");
        profile.open.run(TestOp.adding(zorro));
        saveAs("client=ZORRO tag:inconnu", "De Zorro");
        profile.open.run(TestOp.deleting(Customer.TYPE, zorro.id()));
        quiet();
        click(byText(desk.texts().get("view.all")));
        await("all", () -> isShown(desk.texts().count("entity.did.count", 300)));
        click(byText("De Zorro"));
        quiet();
        await("nothing", () -> isShown(desk.texts().count("entity.did.count", 0)));
    }

    @Test
    void aDeletedViewComesBack() {
        open(Role.TELECOM, Language.FRENCH);
        saveAs("client:aucun", "Sans client");
        assertTrue(onFx(command("view.delete")::run));
        quiet();
        assertEquals(List.of(), views());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(1, views().size());
    }
}
