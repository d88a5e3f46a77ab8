package cadran.server.users;

import cadran.model.auth.Consent;
import cadran.model.auth.Me;
import cadran.server.auth.AccountStore;
import cadran.server.auth.Person;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** What the signed-in person is and agreed to, over HTTP. */
public final class MeHandlers {
    private final Database database;
    private final Members members;
    private final Consents consents;
    private final AccountStore accounts = new AccountStore();
    private final MemberStore memberships = new MemberStore();
    private final TeamStore teams = new TeamStore();

    public MeHandlers(Database database, Members members, Consents consents) {
        this.database = database;
        this.members = members;
        this.consents = consents;
    }

    public void get(Context request, Caller caller) {
        var person = Person.of(caller);
        request.json(database.inOrganisation(caller.organisation(), tx -> {
            var member = members.get(tx, person.user());
            var account = accounts.byId(tx.handle(), person.user()).orElseThrow();
            var place = memberships.place(tx);
            return new Me(
                    member.id(),
                    member.email(),
                    member.name(),
                    account.language(),
                    tx.organisation().value(),
                    place.name(),
                    place.timeZone(),
                    member.roles(),
                    caller.permissions(),
                    teams.list(tx).stream()
                            .filter(team -> member.teams().contains(team.id()))
                            .toList(),
                    consents.latest(tx.handle(), person.user()));
        }));
    }

    public void consent(Context request, Caller caller) throws IOException {
        var person = Person.of(caller);
        var consent = JsonBody.read(request, Consent.class);
        var address = request.ip();
        database.inPlatform(handle -> {
            consents.record(handle, person.user(), List.of(consent), address);
            return true;
        });
        request.status(204);
    }
}
