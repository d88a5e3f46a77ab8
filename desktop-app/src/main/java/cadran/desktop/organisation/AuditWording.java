package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.DetailPane;
import cadran.model.audit.AuditLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries of the log in the user's words. What a newer server writes is shown as it is. */
final class AuditWording {
    /** The fields that people know a thing by, the best first. */
    private static final List<String> NAMES = List.of("name", "label", "e164", "email", "device", "code");

    /** Fields whose values are codes, with the first part of the text keys of these. */
    private static final List<String> ROLES = List.of("roles");

    private static final List<String> RIGHTS = List.of("permissions");

    private final Texts texts;

    AuditWording(Texts texts) {
        this.texts = texts;
    }

    String who(AuditLine line) {
        var person = line.userName() == null ? texts.get("audit.system") : line.userName();
        return line.apiKeyName() == null ? person : texts.get("audit.by-key", "key", line.apiKeyName(), "name", person);
    }

    String action(AuditLine line) {
        return known("audit.action." + line.action(), line.action());
    }

    String object(AuditLine line) {
        var entity = known("audit.entity." + line.entity(), line.entity());
        var name = name(line);
        return name == null ? entity : texts.get("detail.line", "name", entity, "value", name);
    }

    private static @Nullable String name(AuditLine line) {
        var changes = line.changes();
        if (changes == null) {
            return null;
        }
        return NAMES.stream()
                .flatMap(field ->
                        changes.stream().filter(change -> change.field().equals(field)))
                .map(change -> change.after() == null ? change.before() : change.after())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<DetailPane.Line> changes(AuditLine line) {
        var changes = line.changes();
        if (changes == null) {
            return List.of(new DetailPane.Line("audit.details", texts.get("audit.erased")));
        }
        var lines = new ArrayList<DetailPane.Line>();
        for (var change : changes) {
            var key = fieldKey(change.field());
            var words = words(change);
            lines.add(
                    key == null
                            ? new DetailPane.Line(
                                    "audit.field.unknown",
                                    texts.get("detail.line", "name", change.field(), "value", words))
                            : new DetailPane.Line(key, words));
        }
        return List.copyOf(lines);
    }

    private @Nullable String fieldKey(String field) {
        if (texts.has("audit.field." + field)) {
            return "audit.field." + field;
        }
        return texts.has("field." + field) ? "field." + field : null;
    }

    private String words(AuditLine.Change change) {
        var after = value(change.field(), change.after());
        return change.before() == null
                ? after
                : texts.get("audit.from-to", "before", value(change.field(), change.before()), "after", after);
    }

    private String value(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        if (ROLES.contains(field)) {
            return codes("role.", value);
        }
        if (RIGHTS.contains(field)) {
            return codes("permission.", value);
        }
        return switch (value) {
            case "true" -> texts.get("audit.yes");
            case "false" -> texts.get("audit.no");
            default -> known("audit.value." + value.toLowerCase(Locale.ROOT), value);
        };
    }

    private String codes(String prefix, String list) {
        return Arrays.stream(list.split(",", -1))
                .map(code -> known(prefix + code.strip().toLowerCase(Locale.ROOT), code))
                .collect(Collectors.joining(", "));
    }

    private String known(String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }
}
