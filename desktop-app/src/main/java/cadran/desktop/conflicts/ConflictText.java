package cadran.desktop.conflicts;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.WaitingEdit;
import cadran.desktop.tables.EditText;
import cadran.desktop.tables.FieldText;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the inbox says of edits, in today's language. */
record ConflictText(Texts texts, ZoneId zone) {
    /** The edit's name stands inside sentences elsewhere. */
    String title(WaitingEdit edit) {
        return capital(EditText.of(texts, edit.label()));
    }

    /** Of a bulk operation, whose name says nothing of the single row, the row's. */
    String title(Conflict conflict) {
        var now = conflict.now();
        return conflict.queued().operation().group() == null || now == null
                ? capital(EditText.of(texts, conflict.label()))
                : FieldText.number(now.label());
    }

    private String capital(String name) {
        return name.substring(0, 1).toUpperCase(texts.language().locale()) + name.substring(1);
    }

    String when(WaitingEdit edit) {
        return texts.formats().dateTime(edit.at(), zone);
    }

    String kind(Kind kind) {
        return texts.get("conflicts.kind." + kind.word());
    }

    /** A value of an own field is called as that field. */
    String field(Conflict conflict, Field field) {
        var own = conflict.type() == OwnValue.TYPE && field.kind() != FieldKind.REFERENCE ? ownField(conflict) : null;
        return own == null ? texts.get(FieldText.nameKey(field)) : own;
    }

    private static @Nullable String ownField(Conflict conflict) {
        var now = conflict.now();
        var change = conflict.changes().get("fieldId");
        var id = now != null ? now.get("fieldId") : change == null ? null : change.after();
        return id instanceof UUID field ? conflict.labels().get(field) : null;
    }

    String value(Conflict conflict, Field field, @Nullable Object value) {
        var text = FieldText.shown(texts, conflict.type(), field, value, conflict.labels());
        return text.isEmpty() ? texts.get("conflicts.nothing") : text;
    }

    /** What its author can do about it, for problems where that isn't plain. */
    String advice(Conflict conflict) {
        if (conflict.kind() == Kind.SUPERSEDED) {
            return texts.get("conflicts.advice.superseded");
        }
        if (conflict.isDeletion()) {
            return texts.get(
                    conflict.kind() == Kind.CONFLICT ? "conflicts.advice.delete" : "conflicts.advice.delete-refused");
        }
        if (conflict.kind() == Kind.CONFLICT) {
            return texts.get("conflicts.advice.conflict");
        }
        if (conflict.isAbout("row.deleted")) {
            return texts.get("conflicts.advice.deleted");
        }
        if (conflict.isAbout("row.duplicate")) {
            return texts.get("conflicts.advice.duplicate");
        }
        return texts.get(conflict.isAbout("right.missing") ? "conflicts.advice.right" : "conflicts.advice.refused");
    }

    String why(Conflict conflict) {
        var problem = conflict.problem();
        if (problem == null) {
            return texts.get("conflicts.why.superseded");
        }
        return problem.code().equals("row.duplicate") && !problem.args().containsKey("label")
                ? texts.get("conflicts.why.duplicate")
                : texts.problem(problem);
    }
}
