package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why something is edited: one reason for all edits until it is cleared, and one with an edit of many rows. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class ReasonScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        onFx(() -> status.reasonProperty().unbind());
        profile.close();
    }

    private void open(Role role, Language language) {
        profile = OpenProfile.withNumbers(folder, role, 30);
        desk = desk(language);
        onFx(() -> status.reasonProperty().bind(profile.reason));
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        focus(2);
    }

    private void focus(int row) {
        onFx(() -> {
            @SuppressWarnings("unchecked")
            var table = (TableView<GridRow>) one(TableView.class);
            var target = table.getColumns().stream()
                    .filter(each -> "e164".equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(row, target);
        });
        settle();
    }

    private void keepReason(String reason) {
        press(KeyCode.SHORTCUT, KeyCode.J);
        press(KeyCode.SHORTCUT, KeyCode.A);
        write(reason);
        press(KeyCode.ENTER);
    }

    private void tag(String word, KeyCode... toTheReason) {
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        write(word);
        for (var key : toTheReason) {
            press(key);
        }
    }

    /** To the preview and through it. */
    private void agree() {
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        focus(2);
    }

    /** Of the newest edits of numbers, the oldest first. */
    private List<@Nullable String> reasons(int last) {
        var all = profile.open.store.outbox().unanswered(Integer.MAX_VALUE).stream()
                .filter(each -> each.operation().intent().entity().equals(Did.TYPE.name()))
                .<@Nullable String>map(each -> each.operation().reason())
                .toList();
        return all.subList(all.size() - last, all.size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReasonGoesWithEveryEditUntilItIsCleared(Language language) {
        open(Role.TELECOM, language);
        var reason = "Reprise du parc";
        assertFalse(isShown(text -> text.contains(reason)));
        keepReason(reason);
        var said = desk.texts().get("status.reason", "reason", reason);
        assertTrue(isShown(said), () -> texts().toString());
        tag("essai");
        agree();
        assertEquals(Collections.nCopies(2, reason), reasons(2));
        // The edit has its reason, its undoing is something else, and done again it is done for the same.
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Collections.nCopies(2, null), reasons(2));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(Collections.nCopies(2, reason), reasons(2));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.J);
        assertFalse(isShown(said));
        tag("suite");
        agree();
        assertEquals(Collections.nCopies(2, null), reasons(2));
    }

    @Test
    void whatIsEnteredWithAnEditComesFirst() {
        open(Role.TELECOM, Language.FRENCH);
        keepReason("Reprise du parc");
        tag("essai", KeyCode.TAB, KeyCode.TAB);
        write("Demande du client");
        agree();
        assertEquals(Collections.nCopies(2, "Demande du client"), reasons(2));
    }

    @Test
    void anEditOfManyRowsAsksForOne() {
        open(Role.TELECOM, Language.FRENCH);
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        onFx(() -> byId("field-description").requestFocus());
        write("Standard");
        onFx(() -> byId("field-reason").requestFocus());
        write("Tri du parc");
        agree();
        assertEquals(Collections.nCopies(2, "Tri du parc"), reasons(2));
    }

    @Test
    void theChipsCrossClearsItToo() {
        open(Role.TELECOM, Language.FRENCH);
        keepReason("Reprise du parc");
        onFx(() -> ((Button) byId("status-reason-clear")).fire());
        quiet();
        assertFalse(isShown(text -> text.contains("Reprise du parc")));
        keepReason("Autre");
        assertTrue(isShown(text -> text.contains("Autre")));
        press(KeyCode.SHORTCUT, KeyCode.J);
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.DELETE);
        press(KeyCode.ENTER);
        assertFalse(isShown(text -> text.contains("Autre")), "an empty one is none");
    }

    @Test
    void oneThatIsTooLongIsToldAndNotKept() {
        open(Role.TELECOM, Language.FRENCH);
        press(KeyCode.SHORTCUT, KeyCode.J);
        onFx(() -> ((TextField) byId("field-reason")).setText("x".repeat(501)));
        press(KeyCode.ENTER);
        assertTrue(isShown(text -> text.contains("500")), () -> texts().toString());
        press(KeyCode.ESCAPE);
        assertEquals("", profile.reason.get());
    }

    @Test
    void aReaderIsNotAskedWhy() {
        open(Role.VIEWER, Language.FRENCH);
        press(KeyCode.SHORTCUT, KeyCode.J);
        assertFalse(isShown(desk.texts().get("edit.reason.hint")));
    }
}
