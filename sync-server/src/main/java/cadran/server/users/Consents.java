package cadran.server.users;

import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.problem.Problem;
import cadran.server.auth.BoundedText;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What people agree to: proof of what, when and from where. */
public final class Consents {
    private final InstantSource clock;
    private final UuidV7 ids;
    private final ConsentStore store = new ConsentStore();

    public Consents(InstantSource clock, UuidV7 ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** There is no account without the required ones. */
    public static void requireFor(List<Consent> given) {
        for (ConsentDocument document : ConsentDocument.values()) {
            boolean granted = given.stream().anyMatch(each -> each.document() == document && each.granted());
            if (document.isRequired() && !granted) {
                throw Problem.of("consent.required")
                        .with("document", document)
                        .at("consents")
                        .asException();
            }
        }
    }

    public void record(Handle handle, UserId user, List<Consent> given, String address) {
        for (Consent consent : given) {
            BoundedText.require(consent.version(), 20, "version");
            store.insert(handle, ids.next(), user, consent, clock.instant(), address);
        }
    }

    List<Consent> latest(Handle handle, UserId user) {
        return store.latest(handle, user);
    }
}
