package cadran.desktop.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.profiles.Passphrases;
import cadran.desktop.profiles.ProfileKeys;
import cadran.desktop.profiles.Profiles;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.model.problem.ProblemException;
import cadran.server.Config;
import cadran.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Call;

/** The ways into a real server, from its first minute on. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class ProfileAccountsTest {
    private static final String PASSWORD = "correct cheval pile agrafe";
    private static final String PASSPHRASE = "une phrase assez longue";
    private static final Accounts.Consents CONSENTS = new Accounts.Consents(true, true, false);
    private static final Registration ALPHA =
            new Registration(OrganisationKind.B2B, "Alpha Énergie", "73282932000074", "FR44732829320");

    @TempDir
    Path folder;

    private Server server;
    private String address;
    private final List<OpenProfile> opened = new ArrayList<>();

    @BeforeEach
    void startServer() {
        var settings = Map.of(
                "CADRAN_DATA", folder.resolve("data").toString(),
                "CADRAN_PORT", "0",
                "CADRAN_HASH_MEMORY", "8192",
                "CADRAN_HASH_PASSES", "1");
        server = new Server(Config.read(settings, folder), InstantSource.system());
        address = "127.0.0.1:" + server.start();
    }

    @AfterEach
    void stopServer() {
        opened.forEach(OpenProfile::close);
        server.close();
    }

    private ProfileAccounts computer(String name) {
        var keys = new ProfileKeys(null, new Passphrases(64, 1), new SecureRandom());
        var profiles = new Profiles(folder.resolve(name), keys, InstantSource.system(), new SecureRandom());
        return new ProfileAccounts(
                profiles,
                new Texts(Language.FRENCH),
                InstantSource.system(),
                ZoneId.of("Europe/Paris"),
                name,
                Runnable::run,
                opened::add);
    }

    private static Step of(CompletableFuture<Step> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS);
    }

    private OpenProfile founder() throws Exception {
        var accounts = computer("first");
        var code = server.setUpCode().orElseThrow();
        assertEquals(new Step.SetUp(address, code), of(accounts.lookUp(address, code)));
        var newcomer = new Accounts.Newcomer(address, code, "Léa Marchand", "lea@example.fr", PASSWORD, CONSENTS);
        assertInstanceOf(Step.ChoosePassphrase.class, of(accounts.setUp(newcomer, ALPHA)));
        assertInstanceOf(Step.Opened.class, of(accounts.unlock(PASSPHRASE)));
        return opened.getLast();
    }

    private static <T> T answer(Call<T> call) throws IOException {
        return cadran.desktop.client.ServerClient.answer(call);
    }

    @Test
    void theFirstOrganisationIsTheCompanyThatWasEntered() throws Exception {
        var open = founder();
        var organisation = answer(open.client().admin().organisation());
        assertEquals(ALPHA.name(), organisation.name());
        assertEquals(ALPHA.siret(), organisation.siret());
        assertEquals(ALPHA.vatNumber(), organisation.vatNumber());
        assertEquals(OrganisationKind.B2B, organisation.kind());
    }

    @Test
    void anInvitationsCodeSaysIntoWhatAndAsWhom() throws Exception {
        var made = answer(founder()
                .client()
                .admin()
                .invite(new Invitation.Request("nina@example.fr", List.of(Role.VIEWER), List.of())));
        var accounts = computer("second");
        assertEquals(
                new Step.Invited(address, made.code(), "Alpha Énergie", "nina@example.fr", false),
                of(accounts.lookUp(address, made.code())));
        var newcomer = new Accounts.Newcomer(address, made.code(), "Nina Roux", "nina@example.fr", PASSWORD, CONSENTS);
        assertInstanceOf(Step.ChoosePassphrase.class, of(accounts.join(newcomer)));
    }

    @Test
    void aCodeForAForgottenPasswordReplacesIt() throws Exception {
        var admin = founder().client().admin();
        var invited = answer(admin.invite(new Invitation.Request("nina@example.fr", List.of(Role.VIEWER), List.of())));
        var accounts = computer("second");
        of(accounts.join(
                new Accounts.Newcomer(address, invited.code(), "Nina Roux", "nina@example.fr", PASSWORD, CONSENTS)));
        var nina = answer(admin.users()).items().stream()
                .filter(each -> each.name().equals("Nina Roux"))
                .findFirst()
                .orElseThrow();
        var code = answer(admin.resetPassword(nina.id())).code();
        assertEquals(new Step.ReplacePassword(address, code), of(accounts.lookUp(address, code)));
        var fresh = "une tout autre phrase de passe";
        assertEquals(
                new Step.SignIn(Step.SignIn.Why.PASSWORD_REPLACED, address, ""),
                of(accounts.replacePassword(address, code, fresh)));
        assertInstanceOf(
                Step.ChoosePassphrase.class,
                of(accounts.signIn(new Accounts.SignIn(address, "nina@example.fr", fresh))));
    }

    @Test
    void aCodeThatIsNoneIsRefusedAndLookingAtOneUsesNothingUp() throws Exception {
        var accounts = computer("first");
        var refused = assertThrows(
                CompletionException.class,
                () -> accounts.lookUp(address, "AAAAA-BBBBB-CCCCC-DDDDD").join());
        assertEquals(
                "code.unknown",
                assertInstanceOf(ProblemException.class, refused.getCause())
                        .problem()
                        .code());
        var code = server.setUpCode().orElseThrow();
        of(accounts.lookUp(address, code));
        assertEquals(new Step.SetUp(address, code), of(accounts.lookUp(address, code)));
    }

    @Test
    void aSecondProgramIsToldThatThisComputersProfileIsOpen() throws Exception {
        try (var first = computer("first");
                var second = computer("first")) {
            assertInstanceOf(Step.Opened.class, of(first.openLocal()));
            var refused = assertThrows(
                    CompletionException.class, () -> second.openLocal().join());
            assertEquals(
                    "profile.in_use",
                    assertInstanceOf(ProblemException.class, refused.getCause())
                            .problem()
                            .code());
            opened.forEach(OpenProfile::close);
            opened.clear();
        }
    }

    @Test
    void knownProfilesAreListedAndARemovedOneIsNot() throws Exception {
        founder().close();
        opened.clear();
        var accounts = computer("first");
        var start = assertInstanceOf(Step.Welcome.class, of(accounts.start()));
        var known = start.profiles().getFirst();
        assertEquals("Alpha Énergie", known.organisation());
        assertEquals("http://" + address, known.server());
        assertEquals(-1, accounts.unsent(known.id()).get());
        assertInstanceOf(Step.EnterPassphrase.class, of(accounts.open(known.id())));
        assertEquals(new Step.Welcome(List.of()), of(accounts.remove(known.id())));
    }
}
