package cadran.desktop.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.util.HashMap;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the numbering plans say of numbers, in their list and beside one. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class PlanScreensTest extends UiTest {
    /** Two verified ones, a mobile one, two of other countries, and one that no plan knows. */
    private static final List<String> NUMBERS =
            List.of("+33162012345", "+33948353001", "+33612345678", "+15815006712", "+442079460123", "+33712345678");

    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.in(folder, Role.TELECOM);
        NUMBERS.forEach(this::add);
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    private void add(String e164) {
        var values = new HashMap<String, Object>();
        values.put("e164", e164);
        values.put("dialingCodeId", known(DialingCode.TYPE, "FR").id());
        values.put("typeId", known(NumberType.TYPE, "GEO").id());
        values.put("carrierId", known(Carrier.TYPE, "ORANGE").id());
        values.put("status", "AVAILABLE");
        profile.open.run(TestOp.adding(OpenStore.row(Did.TYPE, values)));
    }

    private Row known(EntityType<?> type, String code) {
        return profile.workspace.rows().list(Query.of(type)).stream()
                .map(row -> row.row())
                .filter(row -> code.equals(row.text("code")))
                .findFirst()
                .orElseThrow();
    }

    private void find(String line) {
        type(KeyCode.SHORTCUT, KeyCode.F);
        onFx(() -> ((TextField) byId("filter")).setText(line));
        quiet();
    }

    private void focus(String e164) {
        find(e164);
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        quiet();
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH, nature:vérifié, 2",
        "FRENCH, nature:npv, 2",
        "FRENCH, -nature:verifie, 4",
        "FRENCH, 'nature:mobile,géo', 3",
        "FRENCH, nature:aucune, 1",
        "ENGLISH, kind:verified, 2",
        "ENGLISH, kind:surcharged, 0",
    })
    void numbersAreFoundByWhatThePlanMakesThemFor(Language language, String line, int count) {
        open(language);
        find(line);
        var found = desk.texts().count("entity.did.count", count);
        await(found, () -> isShown(found));
    }

    @Test
    void aKindThatIsNoneIsToldWithThoseThatAre() {
        open(Language.FRENCH);
        find("nature:bleu");
        assertTrue(isShown(text -> text.contains("bleu") && text.contains("vérifié")), () -> texts().toString());
        assertTrue(isShown(desk.texts().count("entity.did.count", NUMBERS.size())), () -> texts().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH, +33162012345, 0162012345, Polyvalent vérifié (NPV), France",
        "FRENCH, +15815006712, 5815006712, Géographique, 'Québec, Canada'",
        "ENGLISH, +442079460123, 02079460123, Geographic, 'London, United Kingdom'",
    })
    void itIsToldBesideTheNumber(Language language, String e164, String national, String kind, String area) {
        open(language);
        focus(e164);
        for (var told : List.of(desk.texts().get("plan.title"), national, e164, kind, area)) {
            assertTrue(isShown(told), () -> told + texts());
        }
    }

    @Test
    void whereTheRowSaysOtherwiseItIsToldAndStopsNobody() {
        open(Language.FRENCH);
        focus("+33612345678");
        var doubt = "⚠ D’après le plan de numérotation, son type serait «\u202fMobile\u202f».";
        assertTrue(isShown(doubt), () -> texts().toString());
        var row = profile.workspace.rows().list(Query.of(Did.TYPE)).stream()
                .map(each -> each.row())
                .filter(each -> "+33612345678".equals(each.text("e164")))
                .findFirst()
                .orElseThrow();
        profile.open.run(TestOp.changing(
                Did.TYPE,
                row.id(),
                "typeId",
                row.get("typeId"),
                known(NumberType.TYPE, "MOBILE").id()));
        quiet();
        assertFalse(isShown(doubt));
    }

    @Test
    void aTypedNumberSaysItsKindBeforeItIsSaved() {
        open(Language.FRENCH);
        type(KeyCode.SHORTCUT, KeyCode.N);
        quiet();
        click(byId("field-e164"));
        write("0948353002");
        assertTrue(
                onFx(() -> ((Label) byId("number-reading")).getText()).endsWith("Polyvalent vérifié (NPV)"),
                () -> texts().toString());
        assertEquals(NUMBERS.size(), profile.workspace.rows().count(Query.of(Did.TYPE)));
    }
}
