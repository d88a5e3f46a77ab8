package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes of the server in the user's words. */
final class Wording {
    private final Texts texts;
    private final ZoneId zone;

    Wording(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    static String key(Role role) {
        return "role." + role.name().toLowerCase(Locale.ROOT);
    }

    static String key(Permission permission) {
        return "permission." + permission.name().toLowerCase(Locale.ROOT);
    }

    String role(Role role) {
        return texts.get(key(role));
    }

    String roles(Collection<Role> roles) {
        return roles.stream().map(this::role).collect(Collectors.joining(", "));
    }

    String permissions(Collection<Permission> permissions) {
        return permissions.stream().map(each -> texts.get(key(each))).collect(Collectors.joining(", "));
    }

    String time(@Nullable Instant at) {
        return at == null ? "" : texts.formats().dateTime(at, zone);
    }

    String date(Instant at) {
        return texts.formats().date(at.atZone(zone).toLocalDate());
    }

    /** Arguments that are codes become words; what is said of them reads as a sentence then. */
    Problem inWords(Problem problem) {
        var worded = problem;
        for (var arg : problem.args().entrySet()) {
            var key = arg.getKey() + "." + arg.getValue().toLowerCase(Locale.ROOT);
            if (arg.getKey().equals("role") && texts.has(key)) {
                worded = worded.with("role", texts.get(key));
            } else if (arg.getKey().equals("right") && texts.has("permission." + arg.getValue().toLowerCase(Locale.ROOT))) {
                worded = worded.with("right", texts.get("permission." + arg.getValue().toLowerCase(Locale.ROOT)));
            }
        }
        return worded;
    }

    String problem(Problem problem) {
        return texts.problem(inWords(problem));
    }
}
