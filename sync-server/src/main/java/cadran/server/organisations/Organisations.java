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
import cadran.server.auth.AccountStore;
import cadran.server.auth.BoundedText;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.Precondition;
import cadran.server.users.Invitations;
import cadran.server.users.Operators;
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
    private final AccountStore accounts = new AccountStore();

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
        return change(
                operator,
                id,
                "organisation.suspended",
                found -> with(found, found.name(), found.timeZone(), OrganisationState.SUSPENDED));
    }

    Organisation resume(Caller operator, OrganisationId id) {
        return change(
                operator,
                id,
                "organisation.resumed",
                found -> with(found, found.name(), found.timeZone(), OrganisationState.ACTIVE));
    }

    Organisation patchOwn(Caller caller, Precondition seen, Organisation.Patch patch) {
        return change(caller, caller.organisation(), "organisation.changed", found -> {
            seen.require(found.version());
            return with(
                    found,
                    patch.name() == null ? found.name() : BoundedText.require(patch.name(), LONGEST_NAME, "name"),
                    patch.timeZone() == null ? found.timeZone() : NewOrganisations.requireZone(patch.timeZone()),
                    found.state());
        });
    }

    private Organisation change(Caller by, OrganisationId id, String action, UnaryOperator<Organisation> change) {
        return database.inOrganisation(id, tx -> {
            var before = found(store.lock(tx.handle(), id));
            var after = change.apply(before);
            var details = differences(before, after);
            if (details.isEmpty()) return before;
            store.update(tx.handle(), after);
            if (after.state() == OrganisationState.SUSPENDED) requireAnOperator(tx);
            audit.append(tx, by.actor(), action, "organisation", id.toString(), details);
            return after;
        });
    }

    /** Two operators may suspend each other's organisation at once. */
    private void requireAnOperator(Tx tx) {
        accounts.lockOperators(tx.handle());
        Operators.requireOneLeft(tx.handle());
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

    private static Organisation with(Organisation found, String name, String timeZone, OrganisationState state) {
        return new Organisation(
                found.id(),
                found.version() + 1,
                found.kind(),
                name,
                found.siret(),
                found.vatNumber(),
                timeZone,
                state,
                found.createdAt());
    }

    private static Organisation found(Optional<Organisation> organisation) {
        return organisation.orElseThrow(() -> Problem.of("row.not_found").asException());
    }
}
