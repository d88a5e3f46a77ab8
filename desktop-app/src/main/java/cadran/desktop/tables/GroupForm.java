package cadran.desktop.tables;

import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which field a list is grouped, if by one. */
final class GroupForm implements FormEntry {
    private final Form form;
    private final FormField<Optional<Optional<Field>>> by;

    GroupForm(Desk desk, EntityType<?> type, @Nullable Field now) {
        form = new Form(desk);
        var choices = Stream.concat(fields(type).stream().map(Optional::of), Stream.of(Optional.<Field>empty()))
                .toList();
        by = form.choice(
                "groupedBy",
                "view.group.by",
                choices,
                field -> desk.texts().get(field.map(FieldText::nameKey).orElse("view.group.nothing")),
                now == null ? choices.getFirst() : Optional.of(now));
    }

    /** What tells rows from each other for good parts them least, and comes last. */
    static List<Field> fields(EntityType<?> type) {
        return type.fields().stream()
                .filter(GroupReader::canBeBy)
                .sorted(Comparator.comparing(field -> field.merge() == MergeClass.IDENTITY))
                .toList();
    }

    @Nullable
    Field chosen() {
        return by.value().flatMap(field -> field).orElse(null);
    }

    @Override
    public Form form() {
        return form;
    }
}
