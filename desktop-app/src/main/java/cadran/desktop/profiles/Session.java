package cadran.desktop.profiles;

import cadran.desktop.client.TokenSource;
import cadran.model.auth.Tokens;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokens of an open profile. Whoever finds them refused first gets new ones; the others use those. */
final class Session implements TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final SessionFile file;
    private final Renewal renewal;
    private final InstantSource clock;
    private @Nullable Tokens tokens;
    private Contact contact;

    Session(SessionFile file, SessionFile.Content content, Renewal renewal, InstantSource clock) {
        this.file = file;
        this.renewal = renewal;
        this.clock = clock;
        tokens = content.tokens();
        contact = content.contact().at(clock.instant());
    }

    @Override
    public synchronized @Nullable String access() {
        return tokens == null ? null : tokens.accessToken();
    }

    @Override
    public synchronized @Nullable String renewed(@Nullable String refused) throws IOException {
        var old = tokens;
        if (old == null) {
            return null;
        }
        if (!Objects.equals(refused, old.accessToken())) {
            return old.accessToken();
        }
        try {
            var renewed = renewal.renew(old);
            signedIn(renewed);
            return renewed.accessToken();
        } catch (ProblemException e) {
            LOG.info("the session ended: {}", e.problem());
            tokens = null;
            write();
            return null;
        }
    }

    synchronized void signedIn(Tokens fresh) {
        tokens = fresh;
        contact = Contact.now(clock.instant());
        write();
    }

    /** The server answered. */
    synchronized void heard() {
        contact = Contact.now(clock.instant());
        write();
    }

    /** Without the server: time passes all the same. */
    synchronized void stillHere() {
        contact = contact.at(clock.instant());
        write();
    }

    synchronized boolean mayOpen() {
        return contact.allowsOpening(clock.instant());
    }

    private void write() {
        file.write(new SessionFile.Content(tokens, contact));
    }
}
