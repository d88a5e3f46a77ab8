package cadran.desktop.accounts;

import java.util.List;

/** What the user is asked next on the way to an open profile. */
public sealed interface Step {
    /**
     * One of the known profiles, or another way in?
     *
     * @param profiles the last used first
     */
    record Welcome(List<Known> profiles) implements Step {
        public Welcome {
            profiles = List.copyOf(profiles);
        }
    }

    /** E-mail and password; what is known is filled in. */
    record SignIn(Why why, String server, String email) implements Step {
        public enum Why {
            SESSION_ENDED,
            PASSWORD_REPLACED
        }
    }

    /** The code is an invitation into this organisation. */
    record Invited(String server, String code, String organisation, String email, boolean hasAccount) implements Step {}

    /** The code is the one of a server that nobody uses yet. */
    record SetUp(String server, String code) implements Step {}

    /** The code is for somebody who forgot the password. */
    record ReplacePassword(String server, String code) implements Step {}

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

    /**
     * A profile of this computer.
     *
     * @param server its address; empty for this computer's own
     */
    record Known(String id, String organisation, String user, String server) {
        boolean isLocal() {
            return server.isEmpty();
        }
    }
}
