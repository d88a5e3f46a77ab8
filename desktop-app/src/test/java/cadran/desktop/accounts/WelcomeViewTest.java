package cadran.desktop.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WelcomeViewTest extends UiTest {
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
        var accounts = open(Language.FRENCH, true, new Step.Welcome());
        assertTrue(isShown("Travailler sur cet ordinateur"));
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        assertEquals("local", accounts.asked.getFirst());
    }

    @Test
    void signingInIsAllKeyboardAndAsksForTheOrganisationWhenThereAreSeveral() {
        var accounts = open(Language.ENGLISH, true, new Step.Welcome());
        type(KeyCode.TAB);
        type(KeyCode.SPACE);
        write("cadran.example.fr");
        type(KeyCode.TAB);
        write("lea@example.fr");
        type(KeyCode.TAB);
        write("wrong");
        type(KeyCode.ENTER);
        byText("Wrong e-mail address or password.");
        assertEquals(byId("field-password"), focused());
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
        open(Language.FRENCH, true, new Step.SignInAgain("nulle-part", "lea@example.fr"));
        write("x");
        type(KeyCode.ENTER);
        await(
                "the problem",
                () -> String.valueOf(byId("field-server").getAccessibleHelp()).contains("nulle-part"));
        assertEquals(byId("field-server"), focused());
    }

    @Test
    void whileWaitingItIsShownAndNothingCanBeAskedTwice() {
        var accounts = open(Language.FRENCH, true, new Step.Welcome());
        accounts.gate = new CompletableFuture<>();
        type(KeyCode.ENTER);
        type(KeyCode.ENTER);
        assertEquals(1, accounts.asked.size());
        accounts.gate.complete(null);
        await("the profile", () -> opened.get() == 1);
    }

    @Test
    void aCodeNeedsTheTwoConsentsAndALongPassword() {
        var accounts = open(Language.FRENCH, true, new Step.Welcome());
        click(byText("J’ai un code d’invitation ou de mise en service"));
        for (var value : new String[] {"cadran.example.fr", "1234-5678", "Léa", "lea@example.fr", "court"}) {
            write(value);
            type(KeyCode.TAB);
        }
        type(KeyCode.ENTER);
        byText("Au moins 12 caractères.");
        assertEquals(byId("field-password"), focused());
        write("assez long maintenant");
        click(byId("field-terms"));
        type(KeyCode.TAB);
        type(KeyCode.SPACE);
        type(KeyCode.ENTER);
        await("the profile", () -> opened.get() == 1);
        var redemption = (Accounts.Redemption) accounts.asked.getLast();
        assertTrue(redemption.termsAccepted() && redemption.privacyAccepted());
        assertFalse(redemption.marketingAccepted());
    }

    @Test
    void withoutAKeychainAPassphraseIsChosenTwice() {
        var accounts = open(Language.FRENCH, false, new Step.Welcome());
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
        open(Language.FRENCH, true, new Step.SignInAgain("a.fr", "b@a.fr"));
        type(KeyCode.ESCAPE);
        byText("Bienvenue dans Cadran");
    }
}
