package cadran.desktop.accounts;

import cadran.model.organisations.Registration;
import java.util.concurrent.CompletableFuture;

/**
 * Opens profiles. Every answer is the next step to show; an expected failure is a
 * {@link cadran.model.problem.ProblemException} in the future and leaves the step that was. Futures may complete on any
 * thread.
 */
public interface Accounts {
    /** Where everybody begins: the profiles that are known here. */
    CompletableFuture<Step> start();

    /** Works on this computer with an own server in the same process; nothing to configure. */
    CompletableFuture<Step> openLocal();

    /** One of the known profiles. */
    CompletableFuture<Step> open(String profile);

    /** How many edits no server has and would be lost with this profile's files; -1 if only its passphrase could tell. */
    CompletableFuture<Long> unsent(String profile);

    /** Deletes the profile's files. */
    CompletableFuture<Step> remove(String profile);

    CompletableFuture<Step> signIn(SignIn form);

    /** What a one-time code is for: an invitation, the start of a new server, or a forgotten password. */
    CompletableFuture<Step> lookUp(String server, String code);

    /** After {@link Step.Invited}. */
    CompletableFuture<Step> join(Newcomer form);

    /** After {@link Step.SetUp}. */
    CompletableFuture<Step> setUp(Newcomer form, Registration organisation);

    /** After {@link Step.ReplacePassword}. */
    CompletableFuture<Step> replacePassword(String server, String code, String password);

    /** After {@link Step.ChooseOrganisation}. */
    CompletableFuture<Step> choose(String organisationId);

    /** After {@link Step.ChoosePassphrase} or {@link Step.EnterPassphrase}. */
    CompletableFuture<Step> unlock(String passphrase);

    /** The passphrase is lost: forgets the local copy and starts again. What was not sent yet is lost with it. */
    CompletableFuture<Step> forget();

    /** @param server address as typed, such as {@code cadran.example.fr} */
    record SignIn(String server, String email, String password) {}

    /**
     * Somebody who comes with a code.
     *
     * @param name empty, like the consents, for somebody who has an account already
     */
    record Newcomer(String server, String code, String name, String email, String password, Consents consents) {}

    /**
     * @param terms required for a new account, as is {@code privacy}
     * @param marketing optional, and off unless the user turns it on
     */
    record Consents(boolean terms, boolean privacy, boolean marketing) {
        static final Consents NONE = new Consents(false, false, false);
    }
}
