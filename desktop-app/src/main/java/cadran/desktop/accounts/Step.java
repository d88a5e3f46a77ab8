package cadran.desktop.accounts;

import java.util.List;

/** What the user is asked next on the way to an open profile. */
public sealed interface Step {
    /** Here, or on a server? */
    record Welcome() implements Step {}

    /** A known account whose session ended: address and e-mail are filled in. */
    record SignInAgain(String server, String email) implements Step {}

    /** The account belongs to several organisations. */
    record ChooseOrganisation(List<Organisation> organisations) implements Step {
        public ChooseOrganisation {
            organisations = List.copyOf(organisations);
        }
    }

    /** This computer has no keychain: the local copy needs a passphrase. */
    record ChoosePassphrase() implements Step {}

    /**
     * @param profile who and where, so that the user knows which passphrase is meant
     * @param unsent edits that would be lost if the local copy were forgotten; -1 if unknown
     */
    record EnterPassphrase(String profile, int unsent) implements Step {}

    /** The profile is open; the window shows it. */
    record Opened() implements Step {}

    /** @param role in the user's words, may be empty */
    record Organisation(String id, String name, String role) {}
}
