package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.filter.Sign;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Carrier;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter line as it is typed, corrected and gone on with in its middle. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class FilterLineScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.VIEWER, 300);
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.F);
    }

    private TextField line() {
        return (TextField) byId("filter");
    }

    private String told() {
        return String.valueOf(onFx(() -> line().getAccessibleHelp()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSlipIsHeardFoundInItsPlaceAndPutRightThere(Language language) {
        boolean french = language == Language.FRENCH;
        open(language);
        write(french ? "statut:perdu opérateur:orange" : "status:lost carrier:orange");
        await("the slip", () -> isShown(text -> text.contains(french ? "n’existe pas" : "There is no")));
        quiet();
        assertTrue(told().contains(french ? "perdu" : "lost"), this::told);

        // Away from the suggestions, which lie over the conditions.
        type(KeyCode.ENTER);
        click(byClass("mistaken"));
        assertEquals(french ? "statut:perdu" : "status:lost", onFx(() -> line().getSelectedText()));
        write(french ? "statut:disp" : "status:avail");
        await("what goes on", () -> isShown(french ? "Disponible" : "Available"));
        quiet();
        type(KeyCode.TAB);
        assertEquals(
                french ? "statut:Disponible opérateur:orange" : "status:Available carrier:orange",
                onFx(() -> line().getText()));
        assertEquals(french ? 18 : 17, onFx(() -> line().getCaretPosition()), "to go on before the next condition");
        assertEquals("", told());
        long found = profile.workspace
                .rows()
                .count(Query.of(Did.TYPE)
                        .where(List.of(
                                new Filter.Is("status", "AVAILABLE"),
                                Called.filter(Carrier.TYPE, "carrierId", Sign.IS, "orange"))));
        assertTrue(found > 0);
        await("them", () -> isShown(desk.texts().count("entity.did.count", found)));
    }
}
