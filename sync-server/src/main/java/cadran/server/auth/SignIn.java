package cadran.server.auth;

import cadran.model.auth.EmailRules;
import cadran.model.auth.SignInAnswer;
import cadran.model.auth.SignInRequest;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.server.auth.StandingStore.Place;
import cadran.server.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Email and password. Whoever fails learns nothing: an unknown account, a wrong password and a deactivated member
 * give the same answer after the same work.
 */
public final class SignIn {
    private static final String DOOR = "password";

    private final Database database;
    private final SignInLimits limits;
    private final PasswordHasher passwords;
    private final Sessions sessions;
    private final FailedSignIns failures;
    private final AccountStore accounts = new AccountStore();
    private final StandingStore standings = new StandingStore();

    public SignIn(
            Database database,
            SignInLimits limits,
            PasswordHasher passwords,
            Sessions sessions,
            FailedSignIns failures) {
        this.database = database;
        this.limits = limits;
        this.passwords = passwords;
        this.sessions = sessions;
        this.failures = failures;
    }

    public SignInAnswer signIn(SignInRequest request, String address) {
        var email = EmailRules.canonical(request.email());
        var attempt = new SignInLimits.Attempt(email, request.device().id(), address);
        BoundedText.require(request.device().name(), 100, "device.name");
        var account = check(attempt, request.password()).orElseThrow(SignIn::failed);
        var places = places(account);
        limits.succeeded(attempt);
        if (request.organisation() == null && places.size() > 1) return SignInAnswer.choose(choices(places));
        var place = places.stream()
                .filter(each -> request.organisation() == null
                        || each.organisation().value().equals(request.organisation()))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of("row.not_found").at("organisation").asException());
        var opened = database.inOrganisation(place.organisation(), tx -> {
            requireStanding(standings.ofMember(tx, account.id()));
            return sessions.open(tx, account, request.device(), address);
        });
        return SignInAnswer.of(sessions.tokens(opened));
    }

    /** For a person who has an account and must show that it is theirs, with the same limits as at sign-in. */
    public Account prove(SignInLimits.Attempt attempt, String password) {
        var account = check(attempt, password).orElseThrow(SignIn::failed);
        limits.succeeded(attempt);
        return account;
    }

    private Optional<Account> check(SignInLimits.Attempt attempt, String password) {
        var admitted = admit(attempt);
        var found = database.inPlatform(handle -> accounts.byEmail(handle, attempt.email()));
        var hash = found.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || found.isEmpty() || hash == null) {
            failures.count(DOOR, "auth.failed");
            found.ifPresent(account -> failures.tell(account, attempt, admitted));
            return Optional.empty();
        }
        rehashIfOutdated(found.get(), password, hash);
        return found;
    }

    private SignInLimits.Admitted admit(SignInLimits.Attempt attempt) {
        try {
            return limits.admit(attempt);
        } catch (ProblemException tooMany) {
            failures.count(DOOR, tooMany.problem().code());
            throw tooMany;
        }
    }

    /** Like {@link #prove}, where a wrong one is an ordinary mistake of somebody who is signed in. */
    boolean isPassword(SignInLimits.Attempt attempt, String password) {
        boolean right = check(attempt, password).isPresent();
        if (right) limits.succeeded(attempt);
        return right;
    }

    private void rehashIfOutdated(Account account, String password, String stored) {
        if (!passwords.isOutdated(stored)) return;
        var fresh = passwords.hash(password);
        database.inPlatform(handle -> {
            accounts.rehash(handle, account, fresh);
            return true;
        });
    }

    /** Where the person may sign in now. Each membership is read inside its organisation. */
    private List<Place> places(Account account) {
        var all = database.inPlatform(handle -> standings.places(handle, account.id()));
        var usable = new ArrayList<Place>();
        boolean suspended = false;
        for (Place place : all) {
            var standing = database.inOrganisation(place.organisation(), tx -> standings.ofMember(tx, account.id()));
            if (standing.isEmpty() || !standing.get().memberActive()) continue;
            if (standing.get().organisationActive()) {
                usable.add(place);
            } else {
                suspended = true;
            }
        }
        if (usable.isEmpty()) {
            throw suspended ? Problem.of("right.organisation_suspended").asException() : failed();
        }
        return usable;
    }

    private static void requireStanding(Optional<Standing> standing) {
        var problem = standing.map(Standing::problem).orElse(Optional.of(Standing.ended()));
        if (problem.isPresent()) throw problem.get().asException();
    }

    private static List<SignInAnswer.Choice> choices(List<Place> places) {
        return places.stream()
                .map(place -> new SignInAnswer.Choice(place.organisation().value(), place.name()))
                .toList();
    }

    private static ProblemException failed() {
        return Problem.of("auth.failed").asException();
    }
}
