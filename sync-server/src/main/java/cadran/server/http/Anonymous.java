package cadran.server.http;

import cadran.server.audit.Actor;
import java.util.Set;

/** The caller of a public route: no organisation, no permission. */
final class Anonymous {
    static final Caller CALLER = new Caller(null, Actor.SERVER, Set.of());

    private Anonymous() {}
}
