package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class InventoryScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(OpenProfile opened, Language language, String feature) {
        profile = opened;
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open(feature));
        quiet();
    }

    private List<Row> rows(EntityType<?> type) {
        return profile.workspace.rows().list(Query.of(type)).stream()
                .map(row -> row.row())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCarrierIsAddedDeletedAndBroughtBackByKeysAlone(Language language) {
        open(OpenProfile.in(folder, Role.TELECOM), language, "carriers");
        int before = rows(Carrier.TYPE).size();
        type(KeyCode.SHORTCUT, KeyCode.N);
        write("ACME");
        type(KeyCode.TAB);
        write("Acmé Télécom");
        type(KeyCode.ENTER);
        quiet();
        assertEquals(before + 1, rows(Carrier.TYPE).size());
        assertTrue(isShown("Acmé Télécom"), "the new row is shown");
        type(KeyCode.DOWN);
        type(KeyCode.SHORTCUT, KeyCode.DELETE);
        quiet();
        assertEquals(before, rows(Carrier.TYPE).size());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(before + 1, rows(Carrier.TYPE).size());
    }

    @Test
    void anEmptyRequiredFieldKeepsThePaneOpenAndSaysSo() {
        open(OpenProfile.in(folder, Role.TELECOM), Language.FRENCH, "carriers");
        type(KeyCode.SHORTCUT, KeyCode.N);
        write("ACME");
        type(KeyCode.ENTER);
        quiet();
        assertTrue(isShown(desk.texts().get("problem.field.required")), () -> texts().toString());
        assertTrue(desk.modals().openProperty().get());
        type(KeyCode.ESCAPE);
        assertFalse(desk.modals().openProperty().get());
    }

    @Test
    void aCodeThatExistsIsRefusedBesideItsField() {
        open(OpenProfile.in(folder, Role.TELECOM), Language.FRENCH, "carriers");
        type(KeyCode.SHORTCUT, KeyCode.N);
        write("ORANGE");
        type(KeyCode.TAB);
        write("Encore Orange");
        type(KeyCode.ENTER);
        quiet();
        assertTrue(isShown(text -> text.contains("existe déjà")), () -> texts().toString());
    }

    @Test
    void aCellIsEditedInPlace() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 50), Language.FRENCH, "customers");
        var first = rows(Customer.TYPE).getFirst();
        write("Renommé");
        type(KeyCode.ENTER);
        quiet();
        assertTrue(
                rows(Customer.TYPE).stream()
                        .anyMatch(row -> "Renommé".equals(row.text("name")) || "Renommé".equals(row.text("code"))),
                () -> first + " unchanged " + focused() + texts());
    }

    @Test
    void whatIsReferredToIsExplainedAndCanBeDeactivated() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 50), Language.FRENCH, "carriers");
        var used = rows(Carrier.TYPE).stream()
                .filter(row -> !profile.workspace
                        .rows()
                        .referrers(Carrier.TYPE, row.id())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        onFx(() -> desk.navigator().open("carriers", used.id().toString()));
        quiet();
        type(KeyCode.DOWN);
        type(KeyCode.SHORTCUT, KeyCode.DELETE);
        quiet();
        assertTrue(isShown(desk.texts().get("table.deactivate")), () -> texts().toString());
        type(KeyCode.ENTER);
        quiet();
        var after = Objects.requireNonNull(profile.workspace.rows().find(Carrier.TYPE, used.id()));
        assertEquals(false, after.get("active"), () -> focused() + texts().toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNumberTypedInAnySpellingIsStoredInItsOneForm(Language language) {
        open(OpenProfile.in(folder, Role.TELECOM), language, "numbers");
        type(KeyCode.SHORTCUT, KeyCode.N);
        quiet();
        click(byId("field-e164"));
        write("01.44-00 00 00");
        assertTrue(isShown(text -> text.contains("+33144000000")), () -> texts().toString());
        pick("field-carrierId", "Orange");
        type(KeyCode.ENTER);
        quiet();
        var number = rows(Did.TYPE).getFirst();
        assertEquals("+33144000000", number.text("e164"));
        assertEquals("AVAILABLE", number.text("status"));
        assertEquals(row(NumberType.TYPE, "GEO").id(), number.get("typeId"));
        var region = row(Region.TYPE, "IDF");
        assertEquals(region.id(), number.get("regionId"));
        assertEquals(region.text("label"), number.text("description"));
    }

    /** What was chosen stays, whatever the number becomes; what was only proposed follows it. */
    @Test
    void aProposalGivesWayToAChoice() {
        open(OpenProfile.in(folder, Role.TELECOM), Language.FRENCH, "numbers");
        type(KeyCode.SHORTCUT, KeyCode.N);
        quiet();
        click(byId("field-e164"));
        write("0144000000");
        pick("field-typeId", "Mobile");
        pick("field-carrierId", "Orange");
        click(byId("field-e164"));
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("+32 2 123 45 67");
        type(KeyCode.ENTER);
        quiet();
        var number = rows(Did.TYPE).getFirst();
        assertEquals("+3221234567", number.text("e164"));
        assertEquals(row(NumberType.TYPE, "MOBILE").id(), number.get("typeId"));
        assertNull(number.get("regionId"));
        assertEquals(row(DialingCode.TYPE, "BE").id(), number.get("dialingCodeId"));
    }

    private Row row(EntityType<?> type, String code) {
        return rows(type).stream()
                .filter(row -> code.equals(row.text("code")))
                .findFirst()
                .orElseThrow();
    }

    private void pick(String field, String typed) {
        click(byId(field));
        write(typed);
        quiet();
        await("choices of " + field, () -> javafx.stage.Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        settle();
    }

    @Test
    void aNumberIsGivenToACustomerOnlyWithOne() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 50), Language.FRENCH, "numbers");
        var free =
                profile.workspace.rows().list(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE"))).stream()
                        .map(row -> row.row())
                        .filter(row -> row.get("customerId") == null)
                        .findFirst()
                        .orElseThrow();
        onFx(() -> desk.navigator().open("numbers", free.id().toString()));
        quiet();
        type(KeyCode.DOWN);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        quiet();
        type(KeyCode.ENTER);
        quiet();
        assertTrue(isShown(desk.texts().get("problem.field.required")), () -> texts().toString());
        var customer = rows(Customer.TYPE).getFirst();
        pick("field-customerId", Objects.requireNonNull(customer.text("name")).substring(0, 6));
        type(KeyCode.ENTER);
        quiet();
        var after = Objects.requireNonNull(profile.workspace.rows().find(Did.TYPE, free.id()));
        assertEquals("ASSIGNED", after.text("status"), () -> focused() + texts().toString());
        assertNotNull(after.get("customerId"));
    }

    @Test
    void aReaderSeesAndCannotChange() {
        open(OpenProfile.in(folder, Role.VIEWER), Language.FRENCH, "carriers");
        type(KeyCode.SHORTCUT, KeyCode.N);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        assertTrue(isShown("Orange"));
    }

    @Test
    void findingNarrowsTheListByAnySpelling() {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 300), Language.FRENCH, "numbers");
        var wanted = Objects.requireNonNull(rows(Did.TYPE).get(7).text("e164"));
        type(KeyCode.SHORTCUT, KeyCode.F);
        write("0" + wanted.substring(3, 4) + " " + wanted.substring(4, 8));
        await("fewer rows", () -> isShown(text -> text.endsWith("numéro") || text.endsWith("numéros")));
        quiet();
        assertTrue(isShown(FieldText.number(wanted)), () -> texts().toString());
    }

    @Test
    void nothingFoundIsNotNothingThere() {
        open(OpenProfile.withNumbers(folder, Role.ADMIN, 30), Language.FRENCH, "numbers");
        type(KeyCode.SHORTCUT, KeyCode.F);
        write("0988776655");
        await("nothing found", () -> isShown(desk.texts().get("grid.empty.hint")));
        assertFalse(isShown(desk.texts().get("entity.did.empty.hint")), "the first row is there already");
        click(byText(desk.texts().get("filter.clear")));
        await("all again", () -> isShown(desk.texts().count("entity.did.count", 30)));
        assertFalse(isShown(desk.texts().get("grid.empty.hint")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void conditionsNarrowTheListAndGoByTheirCross(Language language) {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 300), language, "numbers");
        int all = rows(Did.TYPE).size();
        long free = rows(Did.TYPE).stream()
                .filter(row -> "AVAILABLE".equals(row.text("status")))
                .count();
        type(KeyCode.SHORTCUT, KeyCode.F);
        boolean french = language == Language.FRENCH;
        write("statu");
        quiet();
        type(KeyCode.TAB);
        write(french ? "dispo" : "avail");
        await("fewer rows", () -> isShown(desk.texts().count("entity.did.count", free)));
        String chip = french ? "Statut\u00a0: Disponible" : "Status: Available";
        assertTrue(isShown(chip), () -> texts().toString());
        // Into the list, which takes the suggestions away that lie over the conditions.
        type(KeyCode.ENTER);
        settle();
        click(byId("chip-remove"));
        await("all rows", () -> isShown(desk.texts().count("entity.did.count", all)));
        // A number's history may say the same words.
        assertTrue(onFx(() -> robot.lookup(".chip").queryAll().isEmpty()));
    }

    @Test
    void aSlipLeavesTheListAsItIsAndSaysWhatIsWrong() {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 100), Language.FRENCH, "numbers");
        int all = rows(Did.TYPE).size();
        type(KeyCode.SHORTCUT, KeyCode.F);
        write("statut:perdu");
        await("the slip", () -> isShown(text -> text.contains("n’existe pas")));
        quiet();
        assertTrue(isShown(desk.texts().count("entity.did.count", all)), () -> texts().toString());
        type(KeyCode.ESCAPE);
        type(KeyCode.ESCAPE);
        quiet();
        assertFalse(isShown(text -> text.contains("n’existe pas")));
    }

    @Test
    void demonstrationDataFillsAnEmptyOrganisationOnce() {
        open(OpenProfile.in(folder, Role.TELECOM), Language.FRENCH, "numbers");
        var load = profile.commands(desk).stream()
                .filter(command -> command.text().equals("demo.load.200"))
                .findFirst()
                .orElseThrow();
        onFx(() -> load.run());
        quiet();
        assertEquals(200, rows(Did.TYPE).size());
        onFx(() -> load.run());
        quiet();
        assertTrue(isShown(desk.texts().get("problem.demo.not_empty")));
        assertEquals(200, rows(Did.TYPE).size());
        var inUse = rows(Did.TYPE).stream()
                .filter(did -> DidStatus.IN_USE.name().equals(did.text("status")))
                .count();
        assertEquals(inUse, rows(Assignment.TYPE).size());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(
                0,
                rows(Did.TYPE).size()
                        + rows(Assignment.TYPE).size()
                        + rows(Customer.TYPE).size());
    }
}
