package cadran.desktop.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WelcomeViewTest extends UiTest {
    private static final Step NOBODY = new Step.Welcome(List.of());

    private final AtomicInteger opened = new AtomicInteger();

    private MemoryAccounts open(Language language, boolean keychain, Step first) {
        var accounts = new MemoryAccounts(keychain);
        var desk = desk(language);
        show(desk, () -> new WelcomeView(desk, accounts, first, bugs::add, opened::incrementAndGet));
        settle();
        return accounts;
    }

    @Test
    void enterAloneOpensThisComputer() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        assertTrue(isShown("Travailler sur cet ordinateur"));
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals("local", accounts.asked.getFirst());
    }

    @Test
    void signingInIsAllKeyboardAndAsksForTheOrganisationWhenThereAreSeveral() {
        var accounts = open(Language.ENGLISH, true, NOBODY);
        type(KeyCode.TAB);
        type(KeyCode.SPACE);
        write("cadran.example.fr");
        type(KeyCode.TAB);
        write("lea@example.fr");
        type(KeyCode.TAB);
        write("wrong");
        type(KeyCode.ENTER);
        byText("Wrong e-mail address or password.");
        await("the passphrase again", () -> byId("field-password").equals(focused()));
        type(KeyCode.SHORTCUT, KeyCode.A);
        write(MemoryAccounts.PASSWORD);
        type(KeyCode.ENTER);
        byText("Choose an organisation");
        settle();
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals("2", accounts.asked.getLast());
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidAtItsAddress() {
        open(Language.FRENCH, true, new Step.SignIn(Step.SignIn.Why.SESSION_ENDED, "nulle-part", "lea@example.fr"));
        write("x");
        type(KeyCode.ENTER);
        await(
                "the problem",
                () -> String.valueOf(byId("field-server").getAccessibleHelp()).contains("nulle-part"));
        assertEquals(byId("field-server"), focused());
    }

    @Test
    void whileWaitingItIsShownAndNothingCanBeAskedTwice() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        accounts.gate = new CompletableFuture<>();
        type(KeyCode.ENTER);
        type(KeyCode.ENTER);
        assertEquals(1, accounts.asked.size());
        accounts.gate.complete(null);
        await("the profile", () -> opened.get() == 1);
    }

    private void enterCode(String code) {
        click(byText("J’ai un code"));
        write("cadran.example.fr");
        type(KeyCode.TAB);
        write(code);
        type(KeyCode.ENTER);
    }

    private void fill(String... values) {
        for (var value : values) {
            write(value);
            type(KeyCode.TAB);
        }
    }

    private void consent() {
        while (!byId("field-terms").equals(focused())) {
            type(KeyCode.TAB);
        }
        type(KeyCode.SPACE);
        type(KeyCode.TAB);
        type(KeyCode.SPACE);
    }

    @Test
    void anInvitationNeedsTheTwoConsentsAndALongPassword() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        enterCode("INVITE");
        byText("Rejoindre Fimainfo");
        settle();
        fill("Léa", "court");
        type(KeyCode.ENTER);
        byText("Au moins 12 caractères.");
        assertEquals(byId("field-password"), focused());
        write("assez long maintenant");
        consent();
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        var newcomer = (Accounts.Newcomer) accounts.asked.getLast();
        assertEquals(new Accounts.Consents(true, true, false), newcomer.consents());
        assertEquals("lea@example.fr", newcomer.email());
    }

    @Test
    void whoHasAnAccountJoinsWithItsPasswordAlone() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        enterCode("KNOWN");
        byText("Rejoindre Fimainfo");
        settle();
        write("court");
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals("court", ((Accounts.Newcomer) accounts.asked.getLast()).password());
    }

    @Test
    void aNewServersFirstOrganisationIsACompanyWithItsNumbersChecked() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        enterCode("SETUP");
        byText("Mettre le serveur en service");
        settle();
        fill("Léa", "lea@example.fr", "assez long maintenant");
        type(KeyCode.TAB);
        fill("Alpha Énergie", "73282932000075");
        consent();
        type(KeyCode.ENTER);
        byText("Ce SIRET contient une erreur\u00a0: ses chiffres de contrôle ne correspondent pas.");
        assertEquals(byId("field-siret"), focused());
        type(KeyCode.SHORTCUT, KeyCode.A);
        fill("73282932000074");
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals(
                new Registration(OrganisationKind.B2B, "Alpha Énergie", "73282932000074", "FR44732829320"),
                accounts.asked.getLast());
    }

    @Test
    void aPersonIsAskedForNoCompanyNumbers() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        enterCode("SETUP");
        byText("Mettre le serveur en service");
        settle();
        fill("Léa", "lea@example.fr", "assez long maintenant");
        type(KeyCode.DOWN);
        assertFalse(isShown("SIRET"));
        type(KeyCode.TAB);
        write("Léa Marchand");
        consent();
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals(new Registration(OrganisationKind.B2C, "Léa Marchand", null, null), accounts.asked.getLast());
    }

    @Test
    void aForgottenPasswordIsReplacedAndAskedForAgain() {
        var accounts = open(Language.FRENCH, true, NOBODY);
        enterCode("RESET");
        byText("Choisir un nouveau mot de passe");
        settle();
        fill("assez long maintenant");
        write("assez long maintenant");
        type(KeyCode.ENTER);
        byText("Mot de passe changé");
        assertEquals("assez long maintenant", accounts.asked.getLast());
    }

    @Test
    void aWrongCodeIsSaidAtIt() {
        open(Language.FRENCH, true, NOBODY);
        enterCode("RIEN");
        byText("Ce code est inconnu, expiré ou déjà utilisé.");
        assertEquals(byId("field-code"), focused());
    }

    private MemoryAccounts openKnown(Step.Known... profiles) {
        var accounts = new MemoryAccounts(true);
        accounts.known.addAll(List.of(profiles));
        var desk = desk(Language.FRENCH);
        show(desk, () -> {
            var view = new WelcomeView(desk, accounts, NOBODY, bugs::add, opened::incrementAndGet);
            view.follow(accounts.start());
            return view;
        });
        byText("Quel profil voulez-vous ouvrir\u202f?");
        settle();
        return accounts;
    }

    private static final Step.Known ALPHA = new Step.Known("a", "Alpha", "lea@example.fr", "cadran.example.fr");
    private static final Step.Known HERE = new Step.Known("b", "Mon organisation", "Moi", "");

    @Test
    void theProfileUsedLastOpensWithEnterAndAnyOtherWithAClick() {
        var accounts = openKnown(ALPHA, HERE);
        assertTrue(isShown("lea@example.fr · cadran.example.fr") && isShown("Moi · cet ordinateur"));
        assertFalse(isShown("Travailler sur cet ordinateur"), "it is in the list already");
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals("a", accounts.asked.getLast());
        click(byId("profile-b"));
        await("the other profile", () -> opened.get() == 2);
        assertEquals("b", accounts.asked.getLast());
    }

    @Test
    void removingAProfileTellsFirstHowManyEditsAreLost() {
        var accounts = openKnown(ALPHA, HERE);
        accounts.unsent = 12;
        click(byId("remove-a"));
        await(
                "the question",
                () -> isShown(text -> text.startsWith("12 modifications pas encore envoyées seront perdues.")));
        type(KeyCode.ESCAPE);
        assertTrue(isShown("Alpha"));
        click(byId("remove-a"));
        click(byText("Retirer"));
        await("it to go", () -> !isShown("Alpha"));
        assertEquals("remove a", accounts.asked.getLast());
    }

    @Test
    void withoutAKeychainAPassphraseIsChosenTwice() {
        var accounts = open(Language.FRENCH, false, NOBODY);
        type(KeyCode.ENTER);
        byText("Protégez vos données");
        settle();
        write("une phrase assez longue");
        type(KeyCode.TAB);
        write("une autre");
        type(KeyCode.ENTER);
        byText("Les deux saisies diffèrent.");
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("une phrase assez longue");
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals("une phrase assez longue", accounts.asked.getLast());
    }

    @Test
    void aForgottenPassphraseTellsWhatWouldBeLostBeforeItIs() {
        var accounts = open(Language.FRENCH, false, new Step.EnterPassphrase("Léa · Fimainfo", 12));
        accounts.lockWith("la bonne phrase");
        write("la mauvaise");
        type(KeyCode.ENTER);
        byText("Ce n’est pas la bonne phrase secrète.");
        click(byText("J’ai oublié ma phrase secrète"));
        assertTrue(isShown(text -> text.contains("12 modifications pas encore envoyées seront perdues")));
        click(byText("Effacer la copie locale"));
        byText("Bienvenue dans Cadran");
    }

    @Test
    void escapeGoesBack() {
        open(Language.FRENCH, true, new Step.SignIn(Step.SignIn.Why.SESSION_ENDED, "a.fr", "b@a.fr"));
        type(KeyCode.ESCAPE);
        byText("Bienvenue dans Cadran");
    }
}
