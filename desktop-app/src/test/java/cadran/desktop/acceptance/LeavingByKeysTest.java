package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.changes.Departures;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same departure in the window: its figures as they are read there, and the one undo on the evening before. */
@SuppressWarnings("NullAway.Init") // set at the start of the test
class LeavingByKeysTest extends UiTest {
    private Company company;
    private Desk desk;

    @AfterEach
    void close() {
        company.close();
    }

    private static Row customer(OpenProfile open, String name) {
        return open.store()
                .rows()
                .list(Query.of(Customer.TYPE).where(new Filter.Is("name", name)))
                .getFirst()
                .row();
    }

    private static Map<UUID, Row> numbers(OpenProfile open, Row customer) {
        return open.store().rows().holding(Did.TYPE, Did.TYPE.field("customerId"), List.of(customer.id())).stream()
                .collect(Collectors.toMap(Row::id, row -> row));
    }

    @Test
    void whatWasReadAndPreparedIsUndoneWithOneKeyOnTheEveningBefore() throws Exception {
        company = Company.in(folder.resolve("company"));
        var anna = company.reopened(company.desktop("Anna Morel", Role.TELECOM));
        var leaving = customer(anna, CompanyRows.LEAVING);
        var before = numbers(anna, leaving);
        desk = desk(Language.FRENCH);
        showProfile(desk, anna);
        onFx(() -> desk.navigator().open("customers", leaving.id().toString()));
        quiet();
        press(KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("30/11/2026");
        quiet();
        assertTrue(isShown("812 numéros"), () -> texts().toString());
        assertTrue(
                isShown(text -> text.startsWith("700 numéros · 840,00\u00a0€ par mois restent à notre charge")),
                () -> texts().toString());
        assertTrue(
                isShown(text -> text.startsWith("112 numéros · 134,40\u00a0€ par mois s’arrêtent avec le portage")),
                () -> texts().toString());
        assertTrue(
                isShown(text -> text.startsWith("9 campagnes, jusqu’au 29/11/2026 compris")), () -> texts().toString());
        press(KeyCode.ENTER);
        var rows = anna.store().rows();
        assertEquals(CompanyRows.OF_LEAVING, rows.count(Query.unordered(ChangeSetLine.TYPE)));
        Company.synced(anna);

        company.clock.moveTo(LocalDateTime.of(2026, 11, 29, 23, 0));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(0, rows.count(Query.unordered(ChangeSetLine.TYPE)) + rows.count(Query.unordered(ChangeSet.TYPE)));
        // Another customer leaves on the same day, which tells that the server was at it.
        var other = anna.workspace().ids().next();
        var day = LocalDate.of(2026, 11, 30);
        Departures.of(anna.workspace(), customer(anna, "Client 002"), day).prepare(other);
        Company.synced(anna);
        company.clock.moveTo(day.atTime(0, 10));
        Company.until(
                anna,
                () -> "DONE"
                        .equals(Objects.requireNonNull(rows.find(ChangeSet.TYPE, other))
                                .text("state")));
        assertEquals(before, numbers(anna, leaving));
    }
}
