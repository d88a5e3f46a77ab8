package cadran.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FormTest extends UiTest {
    @Test
    void whatIsMissingIsSaidAtTheFieldAndGoesAwayWhileTyping() {
        var desk = desk(Language.FRENCH);
        var form = show(desk, () -> {
            var made = new Form(desk);
            made.text("name", "redeem.name", "").required();
            made.text("note", "redeem.code", "");
            return made;
        });
        assertFalse(onFx(form::check));
        assertTrue(isShown("À remplir."));
        assertEquals(byId("field-name"), focused());
        assertEquals("À remplir.", onFx(() -> byId("field-name").getAccessibleHelp()));
        assertEquals("Votre nom", onFx(() -> byId("field-name").getAccessibleText()));
        write("Léa");
        assertFalse(isShown("À remplir."));
        assertTrue(onFx(form::check));
    }

    @Test
    void numbersAndDatesAreReadAsPeopleTypeThem() {
        var desk = desk(Language.FRENCH);
        record Fields(FormField<Optional<BigDecimal>> price, FormField<Optional<LocalDate>> date, Form form) {}
        var box = new Fields[1];
        show(desk, () -> {
            var form = new Form(desk);
            box[0] = new Fields(
                    form.decimal("price", "redeem.code", null), form.date("date", "redeem.name", null), form);
            return form;
        });
        click(byId("field-price"));
        write("1 234,5");
        type(KeyCode.TAB);
        write("3/2/26");
        assertTrue(onFx(() -> box[0].form().check()));
        assertEquals(
                Optional.of(new BigDecimal("1234.5")), onFx(() -> box[0].price().value()));
        assertEquals(
                Optional.of(LocalDate.of(2026, 2, 3)), onFx(() -> box[0].date().value()));
        write("x");
        assertFalse(onFx(() -> box[0].form().check()));
        assertTrue(isShown("Date attendue, par exemple 03/02/2026."));
    }

    @Test
    void aRefusalFromBehindStandsAtItsFieldOrOverTheForm() {
        var desk = desk(Language.ENGLISH);
        var form = show(desk, () -> {
            var made = new Form(desk);
            made.text("code", "redeem.code", "x");
            return made;
        });
        onFx(() -> form.show(Problem.of("code.unknown").at("code")));
        assertEquals(
                "This code is unknown, expired or already used.",
                onFx(() -> byId("field-code").getAccessibleHelp()));
        onFx(() -> form.show(Problem.of("auth.failed")));
        assertTrue(isShown("Wrong e-mail address or password."));
    }

    @Test
    void aReferenceThatWasNotPickedIsAProblem() {
        var desk = desk(Language.FRENCH);
        var choices = List.of(new Choice("1", "Île-de-France"), new Choice("2", "Bretagne"));
        var form = show(desk, () -> {
            var made = new Form(desk);
            made.reference("region", "redeem.name", ChoiceSource.of(choices), null);
            return made;
        });
        click(byId("field-region"));
        write("zzz");
        assertFalse(onFx(form::check));
        assertTrue(isShown("Choisissez dans la liste."));
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("ile");
        await("the list", () -> javafx.stage.Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        assertTrue(onFx(form::check));
        assertTrue(isShown("Île-de-France"));
    }

    @Test
    void enterDoesTheMainActionAndEscapeCancelsAndTheFocusStaysInside() {
        var desk = desk(Language.FRENCH);
        show(desk, () -> new javafx.scene.control.TextField("below"));
        var saved = new AtomicInteger();
        onFx(() -> {
            var form = new Form(desk);
            form.text("name", "redeem.name", "");
            var modal = new Modal(desk.texts(), desk.texts().bind("settings.title"), form);
            modal.cancel("action.cancel", () -> desk.modals().close(modal))
                    .main("redeem.do", Bindings.createBooleanBinding(() -> true), saved::incrementAndGet);
            desk.modals().show(modal);
        });
        settle();
        assertEquals(byId("field-name"), focused());
        type(KeyCode.ENTER);
        assertEquals(1, saved.get());
        for (int i = 0; i < 4; i++) {
            type(KeyCode.TAB);
        }
        assertFalse(isShown("below") && byText("below").equals(focused()), "the keyboard left the pane");
        type(KeyCode.ESCAPE);
        assertFalse(isShown("Créer mon compte"));
        assertEquals(byText("below"), focused());
    }

    @Test
    void aQuestionThatDestroysIsNotAnsweredByEnterAlone() {
        var desk = desk(Language.FRENCH);
        show(desk, javafx.scene.layout.StackPane::new);
        var deleted = new java.util.concurrent.atomic.AtomicInteger();
        Runnable ask =
                () -> desk.confirm().ask("Supprimer ?", "C’est définitif.", "action.close", deleted::incrementAndGet);
        onFx(ask);
        settle();
        type(KeyCode.ENTER);
        assertEquals(0, deleted.get());
        assertFalse(desk.modals().openProperty().get());
        onFx(ask);
        settle();
        click(byText("Fermer"));
        assertEquals(1, deleted.get());
    }
}
