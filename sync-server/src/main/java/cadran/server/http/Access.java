package cadran.server.http;

import cadran.model.organisations.Permission;

/** Who may call a route. There is no other way to declare one, so nothing is open by omission. */
public sealed interface Access {
    Access PUBLIC = Open.PUBLIC;
    Access SIGNED_IN = Open.SIGNED_IN;

    static Access needs(Permission permission) {
        return new Needs(permission);
    }

    enum Open implements Access {
        PUBLIC,
        SIGNED_IN
    }

    record Needs(Permission permission) implements Access {}
}
