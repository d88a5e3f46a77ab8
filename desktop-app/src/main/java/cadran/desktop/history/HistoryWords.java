package cadran.desktop.history;

import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.model.Schema;
import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.numbers.Assignment;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Members;
import cadran.model.sync.MergeClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries of the history in the user's words. What only a newer program knows is shown as it is. */
final class HistoryWords {
    private static final String NOTHING = "–";

    private final Texts texts;
    private final ZoneId zone;

    /** @param zone the organisation's */
    HistoryWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String when(Instant at) {
        return texts.formats().dateTime(at, zone);
    }

    String when(LocalDate day) {
        return texts.formats().date(day);
    }

    String who(HistoryLine line) {
        if (line.user() == null) {
            return texts.get("audit.system");
        }
        var person = Objects.requireNonNullElse(line.userName(), NOTHING);
        return line.apiKeyName() == null ? person : texts.get("audit.by-key", "key", line.apiKeyName(), "name", person);
    }

    /** The person with the device, on one line. */
    String source(HistoryLine line) {
        return line.deviceName() == null
                ? who(line)
                : texts.get("history.from", "who", who(line), "device", line.deviceName());
    }

    /** What was done, as the heading of its fields. */
    String action(HistoryLine line, Names names) {
        if (!texts.has("history." + line.action())) {
            return line.action();
        }
        if (isOwnValue(line) && line.action().equals("delete")) {
            var field = names.ownFieldOf(line.row());
            return texts.get("history.own_value.delete", "field", field == null ? NOTHING : field);
        }
        if (!line.entity().equals(Assignment.TYPE.name())) {
            return texts.get("history." + line.action());
        }
        var campaign = names.campaignOf(line.row());
        return texts.get("history.assignment." + line.action(), "campaign", campaign == null ? NOTHING : campaign);
    }

    String table(HistoryLine line) {
        var key = "audit.entity." + line.entity();
        return texts.has(key) ? texts.get(key) : line.entity();
    }

    /** The row that it is about. */
    String object(HistoryLine line, Names names) {
        boolean isPart = isOwnValue(line) || line.entity().equals(Assignment.TYPE.name());
        var label = names.label(isPart ? line.subject() : line.row());
        return label == null ? NOTHING : label;
    }

    /** All of it in one line: "Status: Available → Assigned, Customer: – → Alpha". */
    String summary(HistoryLine line, Names names) {
        if (line.changes() == null) {
            return texts.get("audit.erased");
        }
        var head = action(line, names);
        if (!line.action().equals("change") && !isToldByValue(line)) {
            return head;
        }
        var fields = ordered(line).stream()
                .filter(change -> !isOwnValue(line) || isValue(change))
                .map(change -> change(line, change, names))
                .collect(Collectors.joining(", "));
        return line.entity().equals(Assignment.TYPE.name())
                ? texts.get("detail.line", "name", head, "value", fields)
                : fields;
    }

    /** In the order in which the fields are looked at. */
    static List<AuditLine.Change> ordered(HistoryLine line) {
        var type = Schema.find(line.entity());
        var changes = new ArrayList<>(Names.changes(line));
        if (type != null) {
            changes.sort(Comparator.comparingInt(
                    change -> type.has(change.field()) ? type.position(change.field()) : Integer.MAX_VALUE));
        }
        return changes;
    }

    String change(HistoryLine line, AuditLine.Change change, Names names) {
        var own = isOwnValue(line) && isValue(change) ? names.ownFieldOf(line.row()) : null;
        return texts.get(
                "detail.line", "name", own == null ? name(line, change) : own, "value", values(line, change, names));
    }

    private static boolean isOwnValue(HistoryLine line) {
        return line.entity().equals(OwnValue.TYPE.name());
    }

    /** Whether its fields say all: a value of an own field is told like a field of the number. */
    static boolean isToldByValue(HistoryLine line) {
        return isOwnValue(line) && !line.action().equals("delete");
    }

    private static boolean isValue(AuditLine.Change change) {
        return change.field().endsWith("Value");
    }

    String name(HistoryLine line, AuditLine.Change change) {
        var field = field(line, change);
        return field == null ? change.field() : texts.get(FieldText.nameKey(field));
    }

    /** Of a new row, only what it has. */
    String values(HistoryLine line, AuditLine.Change change, Names names) {
        var before = value(line, change, change.before(), names);
        var after = value(line, change, change.after(), names);
        var field = field(line, change);
        if (field != null && field.merge() == MergeClass.MACHINE && change.before() == null) {
            // An own move says where to, not from where.
            return after;
        }
        return switch (line.action()) {
            case "create" -> after;
            case "delete" -> before;
            default -> texts.get("audit.from-to", "before", before, "after", after);
        };
    }

    private String value(HistoryLine line, AuditLine.Change change, @Nullable String text, Names names) {
        if (text == null || text.isEmpty()) {
            return NOTHING;
        }
        var type = Schema.find(line.entity());
        var field = field(line, change);
        if (type == null || field == null || !isKnown(field, text)) {
            return text;
        }
        if (field.kind() == FieldKind.REFERENCE) {
            var label = names.label(UUID.fromString(text));
            return label == null ? texts.get("history.gone") : label;
        }
        return FieldText.shown(texts, type, field, FieldText.told(field, text), names.all());
    }

    private static boolean isKnown(Field field, String text) {
        return switch (field.kind()) {
            case CODE -> field.codes().contains(text);
            case CODES -> field.codes().containsAll(Members.of(text));
            default -> true;
        };
    }

    static @Nullable Field field(HistoryLine line, AuditLine.Change change) {
        EntityType<?> type = Schema.find(line.entity());
        return type == null || !type.has(change.field()) ? null : type.field(change.field());
    }
}
