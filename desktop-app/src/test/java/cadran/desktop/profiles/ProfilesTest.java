package cadran.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.platform.Keychain;
import cadran.model.auth.Me;
import cadran.model.auth.Tokens;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final String SERVER = "https://cadran.example.fr/";
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder;

    private Instant now = START;
    private final Map<String, String> secrets = new HashMap<>();
    private final Keychain keychain = new Keychain() {
        @Override
        public Optional<String> read(String account) {
            return Optional.ofNullable(secrets.get(account));
        }

        @Override
        public void write(String account, String secret) {
            secrets.put(account, secret);
        }

        @Override
        public void delete(String account) {
            secrets.remove(account);
        }
    };

    private Profiles profiles() {
        var keys = new ProfileKeys(keychain, new Passphrases(64, 1), new SecureRandom());
        InstantSource clock = () -> now;
        return new Profiles(folder.resolve("profiles"), keys, clock, new SecureRandom());
    }

    private static SignedIn anna(@Nullable String server) {
        var me = new Me(
                OpenStore.USER,
                "anna@example.fr",
                "Anna",
                "fr",
                OpenStore.ORGANISATION,
                "Télécom",
                "Europe/Paris",
                List.of(Role.TELECOM),
                Role.TELECOM.permissions(),
                List.of(),
                List.of());
        return new SignedIn(server, tokens("first"), me);
    }

    private static Tokens tokens(String access) {
        return new Tokens(
                access, START.plusSeconds(600), "refresh", OpenStore.id(), OpenStore.USER, OpenStore.ORGANISATION);
    }

    private OpenProfile open(Profile profile, @Nullable String passphrase) {
        var profiles = profiles();
        return profiles.open(profile, profiles.unlock(profile, passphrase), SERVER, old -> {
            throw new IOException("no server in this test");
        });
    }

    @Test
    void aProfileIsFoundAgainAsItWasMade() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        assertEquals(List.of(made), profiles().list());
        assertEquals(Optional.of(made), profiles().find(SERVER, OpenStore.ORGANISATION, OpenStore.USER));
        assertEquals(profiles().installation(), profiles().installation());
    }

    @Test
    void editsOfAProfileAreThereAfterOpeningItAgain() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        var acme = OpenStore.carrier("ACME", "Acme");
        try (var open = open(made, null)) {
            open.edits().run(TestOp.of("test.op", TestOp.adding(acme)));
        }
        try (var open = open(made, null)) {
            assertEquals(
                    Optional.of(acme), Optional.ofNullable(open.store().rows().find(acme.type(), acme.id())));
        }
    }

    @Test
    void noFileOfAProfileHoldsItsRowsOrTokensInTheClear() throws IOException {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        try (var open = open(made, null)) {
            open.edits().run(TestOp.of("test.op", TestOp.adding(OpenStore.carrier("SECRETCODE", "SECRETNAME"))));
        }
        try (var files = Files.list(made.folder())) {
            for (var file : files.toList()) {
                var text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("SECRETNAME"), file.toString());
                assertFalse(text.contains("first"), file.toString());
            }
        }
    }

    @Test
    void theWrongPassphraseOpensNothing() {
        var made = profiles().make(anna(SERVER), KeyProtection.PASSPHRASE, "un été à Léran");
        refused("profile.wrong_passphrase", () -> profiles().unlock(made, "un ete a Leran"));
        refused("profile.wrong_passphrase", () -> profiles().unlock(made, null));
        // Typed on a Mac: the accents are characters of their own.
        open(made, java.text.Normalizer.normalize("un été à Léran", java.text.Normalizer.Form.NFD))
                .close();
    }

    @Test
    void aKeyThatLeftTheKeychainIsMissedBeforeAnythingIsTouched() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        secrets.clear();
        refused("profile.key_lost", () -> profiles().unlock(made, null));
    }

    @Test
    void aKeyInAFileIsForItsUserAlone() throws IOException {
        var made = profiles().make(anna(null), KeyProtection.FILE, null);
        for (String name : List.of("key", "session.sealed", "profile.json")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(made.folder().resolve(name))));
        }
        open(made, null).close();
    }

    @Test
    void aProfileOpensInOneProgramAtATime() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        try (var open = open(made, null)) {
            assertEquals(made, open.profile());
            refused("profile.in_use", () -> open(made, null));
        }
        open(made, null).close();
    }

    @Test
    void thirtyDaysWithoutTheServerAndNoLonger() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        now = START.plus(Duration.ofDays(30));
        open(made, null).close();
        now = START.plus(Duration.ofDays(30)).plusSeconds(1);
        refused("profile.sign_in_needed", () -> open(made, null));
        // Setting the clock back does not help: this computer has seen a later day.
        now = START;
        refused("profile.sign_in_needed", () -> open(made, null));
        var profiles = profiles();
        profiles.signedInAgain(made, profiles.unlock(made, null), anna(SERVER));
        open(made, null).close();
    }

    @Test
    void thisComputersOwnServerIsNeverFarAway() {
        var made = profiles().make(anna(null), KeyProtection.KEYCHAIN, null);
        now = START.plus(Duration.ofDays(3000));
        open(made, null).close();
    }

    @Test
    void whoFindsTheTokenRefusedFirstRenewsItForAll() throws IOException {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        var profiles = profiles();
        var key = profiles.unlock(made, null);
        int[] renewals = {0};
        var file = profiles.session(made, key);
        var session = new Session(
                file,
                file.read().orElseThrow(),
                old -> {
                    renewals[0]++;
                    return tokens("second");
                },
                () -> now);
        assertEquals("second", session.renewed("first"));
        assertEquals("second", session.renewed("first"));
        assertEquals(1, renewals[0]);
        assertEquals(
                "second",
                Objects.requireNonNull(file.read().orElseThrow().tokens()).accessToken());
    }

    @Test
    void aRefusedRenewalSignsOutAndAnUnreachableServerDoesNot() throws IOException {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        var profiles = profiles();
        var file = profiles.session(made, profiles.unlock(made, null));
        var offline = new Session(
                file,
                file.read().orElseThrow(),
                old -> {
                    throw new IOException("offline");
                },
                () -> now);
        assertThrows(IOException.class, () -> offline.renewed("first"));
        assertEquals("first", offline.access());
        var revoked = new Session(
                file,
                file.read().orElseThrow(),
                old -> {
                    throw Problem.of("token.refused").asException();
                },
                () -> now);
        assertEquals(null, revoked.renewed("first"));
        assertEquals(null, file.read().orElseThrow().tokens());
    }

    @Test
    void aForgottenProfileLeavesNoKey() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        profiles().forget(made);
        assertEquals(List.of(), profiles().list());
        assertTrue(secrets.isEmpty());
    }

    @Test
    void whatWouldBeLostWithAProfileIsCountedAsLongAsItsKeyIsThere() {
        var made = profiles().make(anna(SERVER), KeyProtection.KEYCHAIN, null);
        try (var open = open(made, null)) {
            open.edits().run(TestOp.of("test.op", TestOp.adding(OpenStore.carrier("A", "Acme"))));
            open.edits().run(TestOp.of("test.op", TestOp.adding(OpenStore.carrier("B", "Bravo"))));
            refused("profile.in_use", () -> profiles().unsent(made));
        }
        assertEquals(OptionalLong.of(2), profiles().unsent(made));
        secrets.clear();
        assertEquals(OptionalLong.empty(), profiles().unsent(made));
        profiles().forget(made);
        assertEquals(List.of(), profiles().list());
    }

    @Test
    void onlyItsPassphraseTellsWhatAProfileHolds() {
        var made = profiles().make(anna(SERVER), KeyProtection.PASSPHRASE, "un été à Léran");
        assertEquals(OptionalLong.empty(), profiles().unsent(made));
    }

    @Test
    void tokensTravelEncryptedUnlessTheyStayOnThisComputer() {
        assertEquals(SERVER, ServerAddress.parse(" cadran.example.fr ").toString());
        assertEquals(
                SERVER,
                ServerAddress.parse("https://cadran.example.fr/login?x=1").toString());
        assertEquals(
                "http://localhost:8321/", ServerAddress.parse("localhost:8321").toString());
        refused("server.not_secure", () -> ServerAddress.parse("http://cadran.example.fr"));
        refused("server.address", () -> ServerAddress.parse("ca dran"));
    }

    private static void refused(String code, Executable action) {
        assertEquals(
                code, assertThrows(ProblemException.class, action).problem().code());
    }
}
