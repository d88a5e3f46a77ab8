package cadran.desktop.simulation;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.server.audit.Actor;
import cadran.server.http.Caller;
import java.util.Set;
import java.util.UUID;

/** A user of one organisation, with the rights of the moment. */
final class Person {
    final String name;
    final UUID id;
    final Organisation organisation;
    private Set<Role> roles;
    private boolean signedIn = true;

    Person(String name, UUID id, Organisation organisation, Set<Role> roles) {
        this.name = name;
        this.id = id;
        this.organisation = organisation;
        this.roles = roles;
    }

    void roles(Set<Role> now) {
        roles = now;
    }

    void signedIn(boolean now) {
        signedIn = now;
    }

    boolean isSignedIn() {
        return signedIn;
    }

    Set<Permission> permissions() {
        return Role.permissionsOf(roles);
    }

    boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    Caller caller() {
        return new Caller(new OrganisationId(organisation.id()), Actor.of(new UserId(id), null), permissions());
    }

    @Override
    public String toString() {
        return name + roles;
    }
}
