package cadran.desktop.tables;

import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which field a list is grouped, if by one. */
final class GroupForm implements FormEntry {
    private final Form form;
    private final FormField<Optional<Optional<Field>>> by;

    GroupForm(Desk desk, EntityType<?> type, @Nullable Field now) {
        form = new Form(desk);
        by = form.choice(
                "groupedBy",
                "view.group.by",
                Stream.concat(
                                Stream.of(Optional.<Field>empty()),
                                type.fields().stream()
                                        .filter(GroupReader::canBeBy)
                                        .map(Optional::of))
                        .toList(),
                field -> desk.texts().get(field.map(FieldText::nameKey).orElse("view.group.nothing")),
                Optional.ofNullable(now));
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
