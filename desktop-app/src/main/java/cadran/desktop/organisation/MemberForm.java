package cadran.desktop.organisation;

import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.auth.EmailRules;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Member;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Roles and teams of a member, or of somebody who is invited, and then their address. */
final class MemberForm implements Questions {
    private final Form form;
    private final ServerDesk server;
    private final CheckGroup<Role> roles;
    private final CheckGroup<UUID> teams;
    private final List<Role> kept;
    private final @Nullable FormField<String> email;

    private MemberForm(ServerDesk server, People people, @Nullable PersonRow person) {
        this.server = server;
        var texts = server.texts();
        form = new Form(server.desk());
        email = person == null
                ? form.text("email", "signin.email", "").required().rule(MemberForm::emailProblem)
                : null;
        roles = new CheckGroup<>(texts, "members.roles");
        var grantable = people.grantable();
        // What this user may not give stays as it is.
        kept = person == null
                ? List.of()
                : person.roles().stream().filter(role -> !grantable.contains(role)).toList();
        for (var role : grantable) {
            roles.add(
                    role,
                    texts.bind(Wording.key(role)),
                    Wording.key(role) + ".hint",
                    person != null && person.roles().contains(role));
        }
        form.add(roles);
        if (!kept.isEmpty()) {
            form.add(hint("members.roles.kept", "roles", server.wording().roles(kept)));
        }
        teams = new CheckGroup<>(texts, "members.teams");
        people.teams()
                .forEach(team -> teams.add(
                        team.id(), team.name(), person != null && person.teams().contains(team.id())));
        if (people.teams().isEmpty()) {
            form.add(hint("members.teams.none"));
        } else {
            form.add(teams);
        }
    }

    static MemberForm ofNew(ServerDesk server, People people) {
        return new MemberForm(server, people, null);
    }

    static MemberForm of(ServerDesk server, People people, PersonRow person) {
        return new MemberForm(server, people, person);
    }

    private Label hint(String key, Object... args) {
        var hint = new Label();
        hint.textProperty().bind(server.texts().bind(key, args));
        hint.setWrapText(true);
        hint.getStyleClass().add("check-hint");
        return hint;
    }

    private static Optional<Problem> emailProblem(String typed) {
        try {
            EmailRules.require(typed);
            return Optional.empty();
        } catch (ProblemException wrong) {
            return Optional.of(wrong.problem());
        }
    }

    Invitation.Request invitation() {
        return new Invitation.Request(email == null ? "" : email.value(), roles.ticked(), teams.ticked());
    }

    Member.Patch patch() {
        var all = new ArrayList<>(kept);
        all.addAll(roles.ticked());
        return new Member.Patch(all, teams.ticked());
    }

    @Override
    public Node node() {
        return form;
    }

    @Override
    public boolean check() {
        boolean right = form.check();
        return (!kept.isEmpty() || roles.checkNotEmpty(Problem.of("roles.required"))) && right;
    }

    @Override
    public void show(Problem problem) {
        if ("roles".equals(problem.field())) {
            roles.show(server.texts().problem(problem));
        } else if ("teams".equals(problem.field())) {
            teams.show(server.texts().problem(problem));
        } else {
            form.show(problem);
        }
    }
}
