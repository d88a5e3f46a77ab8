package cadran.desktop.accounts;

import java.util.concurrent.CompletableFuture;

/**
 * Opens profiles. Every answer is the next step to show; an expected failure is a
 * {@link cadran.model.problem.ProblemException} in the future and leaves the step that was. Futures may complete on any
 * thread.
 */
public interface Accounts {
    /** Works on this computer with an own server in the same process; nothing to configure. */
    CompletableFuture<Step> openLocal();

    CompletableFuture<Step> signIn(SignIn form);

    /** Redeems a one-time code: of an invitation, or the one a new server wrote into its log. */
    CompletableFuture<Step> redeem(Redemption form);

    /** After {@link Step.ChooseOrganisation}. */
    CompletableFuture<Step> choose(String organisationId);

    /** After {@link Step.ChoosePassphrase} or {@link Step.EnterPassphrase}. */
    CompletableFuture<Step> unlock(String passphrase);

    /** The passphrase is lost: forgets the local copy and starts again. What was not sent yet is lost with it. */
    CompletableFuture<Step> forget();

    /** @param server address as typed, such as {@code cadran.example.fr} */
    record SignIn(String server, String email, String password) {}

    /**
     * @param termsAccepted required, as is {@code privacyAccepted}
     * @param marketingAccepted optional, and off unless the user turns it on
     */
    record Redemption(
            String server,
            String code,
            String name,
            String email,
            String password,
            boolean termsAccepted,
            boolean privacyAccepted,
            boolean marketingAccepted) {}
}
