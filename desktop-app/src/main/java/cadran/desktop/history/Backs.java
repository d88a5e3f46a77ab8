package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.tables.FieldText;
import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which old values of a row somebody may have back, and why not the others. */
final class Backs {
    /** The log keeps no longer texts; the rest of one that is longer is lost. */
    private static final int LONGEST = 2_000;

    private final Workspace workspace;
    private final Names names;
    private final @Nullable Row now;

    /** @param now as it is shown; null where it is gone */
    Backs(Workspace workspace, Names names, @Nullable Row now) {
        this.workspace = workspace;
        this.names = names;
        this.now = now;
    }

    Entry.@Nullable Back of(HistoryLine line, AuditLine.Change change) {
        var field = HistoryWords.field(line, change);
        if (now == null
                || field == null
                || !line.row().equals(now.id())
                || !line.action().equals("change")) {
            return null;
        }
        var before = FieldText.told(field, change.before());
        return isSame(before, now.get(field.name())) ? null : new Entry.Back(field, before, refusal(field, before));
    }

    /** 1.2 and 1.20 are the same price. */
    private static boolean isSame(@Nullable Object before, @Nullable Object now) {
        return (before instanceof BigDecimal one && now instanceof BigDecimal other)
                ? one.compareTo(other) == 0
                : Objects.equals(before, now);
    }

    private @Nullable String refusal(Field field, @Nullable Object before) {
        var type = Objects.requireNonNull(now).type();
        boolean mayNot =
                !workspace.may(type.writePermission()) || (field.needs() != null && !workspace.may(field.needs()));
        if (field.merge() == MergeClass.IDENTITY) {
            return "history.restore.identity";
        } else if (field.merge() == MergeClass.MACHINE) {
            return "history.restore.machine";
        } else if (mayNot) {
            return "history.restore.no-right";
        } else if (before == null && field.required()) {
            return "history.restore.required";
        } else if (before instanceof String text && text.length() > LONGEST) {
            return "history.restore.long";
        }
        boolean isGone = field.kind() == FieldKind.REFERENCE && before instanceof UUID id && !names.isThere(id);
        return isGone ? "history.restore.gone" : null;
    }
}
