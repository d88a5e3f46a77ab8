package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.desktop.ui.DetailPane;
import cadran.model.Schema;
import cadran.model.audit.AuditLine;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries of the log in the user's words. What a newer server writes is shown as it is. */
final class AuditWording {
    /** The fields that people know a thing by, the best first. */
    private static final List<String> NAMES = List.of("name", "label", "e164", "email", "device", "code");

    /** Fields whose values are codes, with the first part of the text keys of these. */
    private static final Map<String, String> CODES = Map.of("roles", "role.", "permissions", "permission.");

    private final Texts texts;
    private final Wording wording;
    private AuditNames names = new AuditNames(Map.of(), (entity, id) -> null);

    AuditWording(Texts texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
    }

    void know(AuditNames read) {
        names = read;
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

    private @Nullable String name(AuditLine line) {
        var told = Objects.requireNonNullElse(line.changes(), List.<AuditLine.Change>of());
        return NAMES.stream()
                .flatMap(field -> told.stream().filter(change -> change.field().equals(field)))
                .map(change -> change.after() == null ? change.before() : change.after())
                .filter(Objects::nonNull)
                .findFirst()
                .map(FieldText::number)
                .orElseGet(() -> names.subject(line));
    }

    /** Reads names of rows: not on the UI thread. */
    List<DetailPane.Line> lines(AuditLine line) {
        var lines = new ArrayList<DetailPane.Line>();
        lines.add(new DetailPane.Line("audit.at", wording.time(line.at())));
        lines.add(new DetailPane.Line("audit.who", who(line)));
        if (line.deviceName() != null) {
            lines.add(new DetailPane.Line("audit.device", line.deviceName()));
        }
        lines.add(new DetailPane.Line("audit.object", subject(line)));
        lines.addAll(changes(line));
        return List.copyOf(lines);
    }

    private String subject(AuditLine line) {
        var row = name(line) == null ? names.row(line.entity(), AuditNames.id(line.entityId())) : null;
        return row == null
                ? object(line)
                : texts.get(
                        "detail.line",
                        "name",
                        known("audit.entity." + line.entity(), line.entity()),
                        "value",
                        FieldText.number(row));
    }

    private List<DetailPane.Line> changes(AuditLine line) {
        var changes = line.changes();
        if (changes == null) {
            return List.of(new DetailPane.Line("audit.details", texts.get("audit.erased")));
        }
        return changes.stream().map(change -> change(line, change)).toList();
    }

    private DetailPane.Line change(AuditLine line, AuditLine.Change change) {
        var after = value(line, change.field(), change.after());
        var words = change.before() == null
                ? after
                : texts.get("audit.from-to", "before", value(line, change.field(), change.before()), "after", after);
        for (var key : List.of("audit.field." + change.field(), "field." + change.field())) {
            if (texts.has(key)) {
                return new DetailPane.Line(key, words);
            }
        }
        return new DetailPane.Line(
                "audit.field.unknown", texts.get("detail.line", "name", change.field(), "value", words));
    }

    private String value(AuditLine line, String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        var prefix = CODES.get(field);
        if (prefix != null) {
            return each(value, code -> known(prefix + code.toLowerCase(Locale.ROOT), code));
        }
        var type = Schema.TYPES.stream()
                .filter(each -> each.name().equals(line.entity()) && each.has(field))
                .findFirst();
        return type.isPresent() ? ofRow(type.get(), type.get().field(field), value) : plain(value);
    }

    private String plain(String value) {
        return switch (value) {
            case "true" -> texts.get("audit.yes");
            case "false" -> texts.get("audit.no");
            default -> each(value, this::single);
        };
    }

    private String single(String value) {
        var name = names.person(AuditNames.id(value));
        if (name != null) {
            return name;
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")
                ? wording.time(Instant.parse(value))
                : known("audit.value." + value.toLowerCase(Locale.ROOT), value);
    }

    /** As the tables show it; the log keeps every value as plain text. */
    private String ofRow(EntityType<?> type, Field field, String text) {
        var id = AuditNames.id(text);
        var value = field.kind() == FieldKind.REFERENCE ? id : FieldText.told(field, text);
        var labels = Optional.ofNullable(field.references())
                .map(entity -> names.row(entity, id))
                .map(label -> Map.of(Objects.requireNonNull(id), label))
                .orElse(Map.<UUID, String>of());
        var shown = FieldText.shown(texts, type, field, value, labels);
        return shown.isEmpty() ? text : shown;
    }

    private static String each(String list, java.util.function.UnaryOperator<String> worded) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).map(worded).collect(Collectors.joining(", "));
    }

    private String known(String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }
}
