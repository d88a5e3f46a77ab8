package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.bulk.BulkOp;
import cadran.desktop.client.AdminApi;
import cadran.desktop.client.ServerClient;
import cadran.desktop.edit.Author;
import cadran.desktop.edit.Edits;
import cadran.desktop.edit.Op;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Query;
import cadran.desktop.store.RowState;
import cadran.desktop.sync.HttpSyncServer;
import cadran.desktop.sync.PushBatch;
import cadran.desktop.tables.FieldText;
import cadran.model.auth.Tokens;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.organisations.Member;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see who may not change the numbers, or not any more, or never saw them; and what the server keeps out. */
@SuppressWarnings("NullAway.Init") // set before each test
class WrongHandsTest extends UiTest {
    private static final String NUMBER = "+33144001234";
    private static final String FORGED = "Écrit de force";

    private Company company;
    private OpenProfile lea;

    @BeforeEach
    void open() throws Exception {
        company = Company.in(folder.resolve("company"));
        lea = company.desktop("Léa Marchand", company.server().administrator());
    }

    @AfterEach
    void close() {
        company.close();
    }

    private static Row number(OpenProfile who) {
        return who.store()
                .rows()
                .list(Query.of(Did.TYPE).matching(NUMBER))
                .getFirst()
                .row();
    }

    /** As a program that was tampered with would: with every right that there is. */
    private Edits forgedEdits(OpenProfile who) {
        var profile = who.profile();
        var all = new Author(
                profile.user(), profile.organisation(), Role.ADMIN.permissions(), ZoneId.of(profile.timeZone()));
        return new Edits(who.store(), all, new UuidV7(company.clock, new SecureRandom()), company.clock);
    }

    private static Op noting(Row number, String note) {
        return BulkOp.setting("op.edit", Did.TYPE, List.of(number), row -> Map.of("notes", note));
    }

    @Test
    void aViewerReadsEverythingAndChangesNothing() throws Exception {
        var tokens = company.server()
                .join(company.server().invite("vic@example.fr", Role.VIEWER).code(), "Vic Lenoir");
        var vic = company.reopened(company.desktop("Vic Lenoir", tokens));
        assertEquals(CompanyRows.NUMBERS, vic.store().rows().count(Query.unordered(Did.TYPE)));
        var desk = desk(Language.FRENCH);
        showProfile(desk, vic);
        onFx(() -> desk.navigator().open("numbers"));
        await("numbers", () -> isShown(FieldText.number("+33144000000")));
        onFx(() -> {
            var table = one(TableView.class);
            table.requestFocus();
        });
        // Every key that would change something for somebody with the right to.
        write("9");
        press(KeyCode.DELETE);
        press(KeyCode.SHORTCUT, KeyCode.N);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        press(KeyCode.SHORTCUT, KeyCode.A);
        clipboard.put("9,99\n");
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertFalse(onFx(() -> desk.modals().openProperty().get()), () -> texts().toString());
        assertTrue(vic.store().outbox().unanswered(1).isEmpty());
        for (var key : List.of(KeyCode.M, KeyCode.T, KeyCode.A, KeyCode.O, KeyCode.B, KeyCode.P, KeyCode.DELETE)) {
            type(KeyCode.SHORTCUT, KeyCode.SHIFT, key);
            assertFalse(onFx(() -> desk.modals().openProperty().get()), key::getName);
        }
        type(KeyCode.SHORTCUT, KeyCode.D);
        await("nothing is done", () -> desk.background().jobs().isEmpty());
        assertTrue(vic.store().outbox().unanswered(1).isEmpty());
        for (var key : List.of("entity.did.add", "bulk.edit", "bulk.tag", "bulk.fill", "number.terminate")) {
            assertFalse(isShown(desk.texts().get(key)), key + " is not even offered");
        }
        assertTrue(isShown(FieldText.number("+33144000000")) && isShown(CompanyRows.LEAVING), "and reads them all");

        var seen = number(vic);
        var problem = assertThrows(ProblemException.class, () -> vic.edits().run(noting(seen, FORGED)))
                .problem();
        assertEquals("right.missing", problem.code());

        forgedEdits(vic).run(noting(seen, FORGED));
        Company.until(vic, () -> state(vic, seen) == RowState.REFUSED);
        assertEquals(
                "right.missing", Objects.requireNonNull(refused(vic).problem()).code());
        assertEquals(seen.get("notes"), number(vic).get("notes"), "the screen shows again what is true");
        Company.synced(lea);
        assertEquals(seen.version(), number(lea).version(), "the server kept it out");
        assertEquals(200, rest("GET", tokens, seen.id()));
        assertEquals(403, rest("DELETE", tokens, seen.id()));
    }

    private static RowState state(OpenProfile who, Row row) {
        return who.store().rows().states(List.of(row.id())).getOrDefault(row.id(), RowState.SETTLED);
    }

    private static OperationResult refused(OpenProfile who) {
        return Objects.requireNonNull(
                who.store().outbox().answers().attention().getFirst().result());
    }

    @Test
    void theAdministratorOfAnotherOrganisationSeesNothingAndReachesNothing() throws Exception {
        var number = number(lea);
        var tokens = administratorElsewhere();
        var olga = company.desktop("Olga Petit", tokens);
        assertEquals(0, olga.store().rows().count(Query.unordered(Did.TYPE)));
        assertNull(olga.store().rows().find(Did.TYPE, number.id()));

        var forged = new Operation(
                UUID.randomUUID(),
                1,
                null,
                company.clock.instant(),
                number.version(),
                0,
                TestOp.changing(Did.TYPE, number.id(), "notes", number.get("notes"), FORGED));
        var state = olga.store().cache().state();
        var answer = new HttpSyncServer(olga.client())
                .push(new PushBatch(UUID.randomUUID(), state, List.of(forged)))
                .results()
                .getFirst();
        assertEquals(Verdict.REFUSED, answer.verdict());
        assertEquals(Map.of(), answer.theirs(), "not even what the row holds");

        assertEquals(404, rest("GET", tokens, number.id()));
        assertEquals(404, rest("DELETE", tokens, number.id()));
        assertEquals(200, rest("GET", company.server().administrator(), number.id()));
        assertEquals(List.of(), found(tokens, "numbers?q=" + NUMBER.substring(1)));
        assertEquals(List.of(), found(tokens, "customers"));
        assertEquals(
                List.of(number.id().toString()),
                found(company.server().administrator(), "numbers?q=" + NUMBER.substring(1)));
        var window = company.reopened(olga);
        var desk = desk(Language.FRENCH);
        showProfile(desk, window);
        onFx(() -> desk.navigator().open("numbers"));
        await("an empty list", () -> isShown(desk.texts().get("entity.did.empty")));
        assertFalse(isShown(CompanyRows.LEAVING));
        Company.synced(lea);
        assertEquals(number, number(lea));
    }

    private Tokens administratorElsewhere() throws IOException {
        var made = ServerClient.answer(company.server()
                .adminApi()
                .makeOrganisation(new Organisation.Request(
                        new Registration(OrganisationKind.B2B, "Bêta Assurances", "73282932000074", "FR44732829320"),
                        "Europe/Paris",
                        "olga.petit@example.com")));
        return company.server().join(made.invitation().code(), "Olga Petit");
    }

    /** The ids that a list of the API has. */
    private List<String> found(Tokens tokens, String path) throws IOException {
        var request = new Request.Builder()
                .url("http://127.0.0.1:" + company.server().port() + "/api/v1/" + path)
                .header("Authorization", "Bearer " + tokens.accessToken())
                .build();
        try (var response = new OkHttpClient().newCall(request).execute()) {
            var items = Json.MAPPER.readTree(response.body().string()).get("items");
            return items.valueStream().map(item -> item.get("id").stringValue()).toList();
        }
    }

    private int rest(String method, Tokens tokens, UUID number) throws IOException {
        var request = new Request.Builder()
                .url("http://127.0.0.1:" + company.server().port() + "/api/v1/numbers/" + number)
                .header("Authorization", "Bearer " + tokens.accessToken())
                .header("If-Match", "\"1\"")
                .method(method, null)
                .build();
        try (var response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }

    @Test
    void whatWasDoneOfflineAfterTheRightWasTakenAwayIsRefusedAndNotLost() throws Exception {
        var ben = company.desktop("Ben Faure", Role.TELECOM);
        var seen = number(ben);
        ben.edits().run(noting(seen, "Vu avant le retrait"));
        Company.synced(ben);
        Company.until(lea, () -> "Vu avant le retrait".equals(number(lea).get("notes")));

        ben.engine().close();
        ben.edits().run(noting(number(ben), "Noté dans le train"));
        revoke("Ben Faure");
        var again = company.reopened(ben);
        var desk = desk(Language.FRENCH);
        showProfile(desk, again);
        Company.until(again, () -> state(again, seen) == RowState.REFUSED);

        assertEquals(
                "right.missing",
                Objects.requireNonNull(refused(again).problem()).code());
        assertEquals("Vu avant le retrait", number(again).get("notes"), "the screen shows again what is true");
        Company.synced(lea);
        assertEquals("Vu avant le retrait", number(lea).get("notes"));
        var told = desk.texts().get("banner.rights");
        await("that his rights changed", () -> isShown(told));
        // He still reads, and what he wrote waits for him in words.
        onFx(() -> desk.navigator().open("conflicts"));
        await("what he wrote", () -> isShown(text -> text.contains("Noté dans le train")));
        var reader = company.reopened(again);
        assertFalse(reader.workspace().may(Permission.INVENTORY_WRITE));
        assertEquals(CompanyRows.NUMBERS, reader.store().rows().count(Query.unordered(Did.TYPE)));
    }

    private void revoke(String name) throws IOException {
        var api = company.server().adminApi();
        var member = ServerClient.answer(api.users()).items().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        ServerClient.answer(api.patchUser(
                member.id(), AdminApi.tag(member.version()), new Member.Patch(List.of(Role.VIEWER), null)));
    }
}
