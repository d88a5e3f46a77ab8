package cadran.desktop.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a number ends, comes back and rests, by keys alone. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class LifeScreensTest extends UiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Role role, Language language) {
        profile = OpenProfile.withNumbers(folder, role, 200);
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    private void focus(Row did) {
        onFx(() -> desk.navigator().open("numbers", did.id().toString()));
        quiet();
        type(KeyCode.DOWN);
        quiet();
    }

    private GridRow shown(Filter filter) {
        return profile.workspace.rows().list(Query.of(Did.TYPE).where(filter)).getFirst();
    }

    private Row first(String status) {
        return shown(new Filter.Is("status", status)).row();
    }

    private Row now(Row row) {
        return Objects.requireNonNull(profile.workspace.rows().find(row.type(), row.id()));
    }

    private Row assign(Row did) {
        var campaign = OpenStore.row(
                Campaign.TYPE,
                Map.of(
                        "customerId",
                        Objects.requireNonNull(did.get("customerId")),
                        "code",
                        "ACC",
                        "name",
                        "Accueil",
                        "active",
                        true));
        var running = OpenStore.row(
                Assignment.TYPE,
                Map.of(
                        "didId",
                        did.id(),
                        "campaignId",
                        campaign.id(),
                        "startsOn",
                        TODAY.minusDays(9),
                        "inbound",
                        true,
                        "outbound",
                        true));
        profile.open.run(TestOp.adding(campaign), TestOp.adding(running));
        return running;
    }

    private void confirm(String typed) {
        // From the reason over the two dates to the digits.
        type(KeyCode.TAB);
        type(KeyCode.TAB);
        type(KeyCode.TAB);
        write(typed);
        type(KeyCode.ENTER);
        quiet();
    }

    private void terminate(Row did, String typed) {
        focus(did);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
        quiet();
        confirm(typed);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNumberEndsWithWhatItServesAndComesBackInOneUndo(Language language) {
        open(Role.ADMIN, language);
        var did = first("IN_USE");
        var running = assign(did);
        var e164 = Objects.requireNonNull(did.text("e164"));
        terminate(did, e164.substring(e164.length() - 4));
        assertEquals("TERMINATED", now(did).text("status"), () -> focused() + texts().toString());
        assertEquals(TODAY, now(did).get("terminatedOn"));
        assertEquals(TODAY, now(did).get("billingEndsOn"));
        assertEquals(TODAY.plusDays(40), now(did).get("recoverableUntil"));
        assertEquals(TODAY.minusDays(1), now(running).get("endsOn"));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals("IN_USE", now(did).text("status"));
        assertNull(now(running).get("endsOn"));
    }

    @Test
    void whatItBreaksIsSaidFirstAndOtherDigitsDoNothing() {
        open(Role.TELECOM, Language.FRENCH);
        var did = first("IN_USE");
        assign(did);
        terminate(did, "12");
        assertTrue(desk.modals().openProperty().get());
        for (var said : new String[] {
            "s’arrête", "facturé jusqu’au 20/11/2026", "Récupérable chez l’opérateur jusqu’au 30/12/2026"
        }) {
            assertTrue(isShown(text -> text.contains(said)), () -> said + texts());
        }
        assertEquals("IN_USE", now(did).text("status"));
        type(KeyCode.ESCAPE);
        assertFalse(desk.modals().openProperty().get());
        assertEquals("IN_USE", now(did).text("status"));
    }

    @Test
    void aRangeThatLosesItsHeadNumberIsNamed() {
        open(Role.TELECOM, Language.FRENCH);
        var did = first("AVAILABLE");
        profile.open.run(TestOp.adding(OpenStore.row(
                NumberRange.TYPE,
                Map.of(
                        "dialingCodeId",
                        Objects.requireNonNull(did.get("dialingCodeId")),
                        "firstNumber",
                        "+33186950000",
                        "lastNumber",
                        "+33186950099",
                        "carrierId",
                        Objects.requireNonNull(did.get("carrierId")),
                        "headNumber",
                        Objects.requireNonNull(did.text("e164"))))));
        terminate(did, "");
        assertTrue(
                isShown(text -> text.replace('\u00a0', ' ')
                        .equals("Tranche 01 86 95 00 00 – 01 86 95 00 99 : reste sans numéro de tête")),
                () -> texts().toString());
    }

    @Test
    void severalGoTogetherWhenTheirCountIsTyped() {
        open(Role.ADMIN, Language.FRENCH);
        type(KeyCode.DOWN);
        type(KeyCode.SHIFT, KeyCode.DOWN);
        type(KeyCode.SHIFT, KeyCode.DOWN);
        quiet();
        long before = terminated();
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
        quiet();
        var title = texts().stream()
                .filter(text -> text.startsWith("Résilier ") && text.endsWith(" numéros"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(focused() + texts().toString()));
        var many = title.replaceAll("[^0-9]", "");
        confirm(many);
        assertEquals(before + Long.parseLong(many), terminated());
    }

    private long terminated() {
        return profile.workspace.rows().count(Query.of(Did.TYPE).where(new Filter.Is("status", "TERMINATED")));
    }

    @Test
    void restoringIsARightOfItsOwn() {
        open(Role.TELECOM, Language.FRENCH);
        focus(first("TERMINATED"));
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        assertTrue(isShown(desk.texts().get("number.restore.no-right")));
    }

    @Test
    void aNumberComesBackFreeAndCostsAgain() {
        open(Role.ADMIN, Language.FRENCH);
        var gone = first("TERMINATED");
        focus(gone);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        quiet();
        var cost = FieldText.shown(
                desk.texts(), shown(new Filter.Is(Filter.ID, gone.id())), Did.TYPE.field("monthlyCost"));
        assertTrue(isShown(cost + " par mois, à nouveau"), () -> cost + texts());
        type(KeyCode.ENTER);
        quiet();
        assertEquals("AVAILABLE", now(gone).text("status"), () -> focused() + texts().toString());
        assertNull(now(gone).get("billingEndsOn"));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(gone, now(gone));
    }

    @Test
    void whatIsLiveInAnotherRowDoesNotComeBack() {
        open(Role.ADMIN, Language.FRENCH);
        var gone = first("TERMINATED");
        profile.open.run(TestOp.adding(OpenStore.row(
                Did.TYPE,
                Map.of(
                        "e164",
                        Objects.requireNonNull(gone.text("e164")),
                        "dialingCodeId",
                        Objects.requireNonNull(gone.get("dialingCodeId")),
                        "typeId",
                        Objects.requireNonNull(gone.get("typeId")),
                        "carrierId",
                        Objects.requireNonNull(gone.get("carrierId")),
                        "status",
                        "AVAILABLE"))));
        focus(gone);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        assertTrue(isShown(desk.texts().get("problem.number.live_elsewhere")));
    }

    @Test
    void theTwoRestsAreToldApart() {
        open(Role.VIEWER, Language.FRENCH);
        var resting = first("AVAILABLE");
        change(resting, "restsUntil", TODAY.plusDays(6));
        var recoverable = first("TERMINATED");
        change(recoverable, "recoverableUntil", TODAY);
        assertTrue(isShown("Disponible, au repos"), () -> texts().toString());
        focus(recoverable);
        assertTrue(isShown(text -> text.endsWith(", récupérable jusqu’au 20/11/2026")), () -> texts().toString());
        focus(resting);
        assertTrue(isShown("Disponible, au repos jusqu’au 26/11/2026"), () -> texts().toString());
    }

    private void change(Row did, String field, LocalDate value) {
        profile.open.run(TestOp.changing(Did.TYPE, did.id(), field, did.get(field), value));
        quiet();
    }
}
