package cadran.desktop.tables;

import cadran.desktop.bulk.WordChange;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.problem.Problem;
import cadran.model.sync.Field;
import java.util.Optional;

/** Words to add to rows that have others, and words to take away. */
final class TagForm implements FormEntry {
    private final Field field;
    private final Form form;
    private final FormField<String> added;
    private final FormField<String> removed;
    private final FormField<String> reason;

    TagForm(Desk desk, Field field) {
        this.field = field;
        form = new Form(desk);
        added = form.text("added", "bulk.tag.added", "")
                .rule(typed -> Optional.ofNullable(field.check(field.tidy(typed))))
                .rule(typed -> change().isEmpty() ? Optional.of(Problem.of("field.required")) : Optional.empty());
        removed = form.text("removed", "bulk.tag.removed", "");
        reason = form.reason();
    }

    WordChange change() {
        return new WordChange(field, (String) field.tidy(added.value()), (String) field.tidy(removed.value()));
    }

    /** One for all rows. */
    String reason() {
        return reason.value();
    }

    @Override
    public Form form() {
        return form;
    }
}
