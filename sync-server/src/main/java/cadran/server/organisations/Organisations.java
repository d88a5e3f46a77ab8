package cadran.server.organisations;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationState;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.BoundedText;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.users.Invitations;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What operators do with organisations, and administrators with their own. */
public final class Organisations {
    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final UuidV7 ids;
    private final NewOrganisations beginnings;
    private final Invitations invitations;
    private final AuditLog audit;
    private final OrganisationStore store = new OrganisationStore();

    Organisations(Database database, UuidV7 ids, NewOrganisations beginnings, Invitations invitations, AuditLog audit) {
        this.database = database;
        this.ids = ids;
        this.beginnings = beginnings;
        this.invitations = invitations;
        this.audit = audit;
    }

    List<Organisation> list() {
        return database.inPlatform(store::list);
    }

    Organisation get(OrganisationId id) {
        return found(database.inPlatform(handle -> store.find(handle, id)));
    }

    Organisation.Made make(Caller operator, Organisation.Request request) {
        var id = new OrganisationId(ids.next());
        var organisation = beginnings.checked(id, request.registration(), request.timeZone());
        return database.inOrganisation(id, tx -> {
            beginnings.insert(tx, organisation, operator.actor());
            var invitation = invitations.invite(
                    tx, operator.actor(), new Invitation.Request(request.adminEmail(), List.of(Role.ADMIN), List.of()));
            return new Organisation.Made(organisation, invitation);
        });
    }

    /** Not the operator's own, from which nobody could lift it again. */
    Organisation suspend(Caller operator, OrganisationId id) {
        if (id.equals(operator.membership()))
            throw Problem.of("organisation.own").asException();
        return change(operator, id, "organisation.suspended", found -> with(found, OrganisationState.SUSPENDED));
    }

    Organisation resume(Caller operator, OrganisationId id) {
        return change(operator, id, "organisation.resumed", found -> with(found, OrganisationState.ACTIVE));
    }

    Organisation patchOwn(Caller caller, Organisation.Patch patch) {
        return change(
                caller,
                caller.organisation(),
                "organisation.changed",
                found -> new Organisation(
                        found.id(),
                        found.kind(),
                        patch.name() == null ? found.name() : BoundedText.require(patch.name(), LONGEST_NAME, "name"),
                        found.siret(),
                        found.vatNumber(),
                        patch.timeZone() == null ? found.timeZone() : NewOrganisations.requireZone(patch.timeZone()),
                        found.state(),
                        found.createdAt()));
    }

    private Organisation change(Caller by, OrganisationId id, String action, UnaryOperator<Organisation> change) {
        return database.inOrganisation(id, tx -> {
            var before = found(store.lock(tx.handle(), id));
            var after = change.apply(before);
            if (after.equals(before)) return before;
            store.update(tx.handle(), after);
            audit.append(tx, by.actor(), action, "organisation", id.toString(), differences(before, after));
            return after;
        });
    }

    private static AuditDetails differences(Organisation before, Organisation after) {
        var details = AuditDetails.none();
        if (!before.name().equals(after.name())) details.changed("name", before.name(), after.name());
        if (!before.timeZone().equals(after.timeZone())) {
            details.changed("timeZone", before.timeZone(), after.timeZone());
        }
        if (before.state() != after.state()) details.changed("state", before.state(), after.state());
        return details;
    }

    private static Organisation with(Organisation found, OrganisationState state) {
        return new Organisation(
                found.id(),
                found.kind(),
                found.name(),
                found.siret(),
                found.vatNumber(),
                found.timeZone(),
                state,
                found.createdAt());
    }

    private static Organisation found(Optional<Organisation> organisation) {
        return organisation.orElseThrow(() -> Problem.of("row.not_found").asException());
    }
}
