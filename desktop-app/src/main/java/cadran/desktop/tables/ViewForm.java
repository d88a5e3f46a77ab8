package cadran.desktop.tables;

import cadran.desktop.edit.Author;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.views.SavedView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a view is called and who sees it; how the list looks goes in with it. */
final class ViewForm implements FormEntry {
    private final Map<String, @Nullable Object> look;
    private final Form form;
    private final FormField<String> name;
    /** Null where that is so already, and stays. */
    private final @Nullable FormField<Optional<UUID>> seenBy;

    /** @param look fields of the view that the list has by itself */
    ViewForm(Desk desk, Author author, List<UUID> audiences, Map<String, @Nullable Object> look) {
        this.look = look;
        form = new Form(desk);
        name = form.text("name", FieldText.nameKey(SavedView.TYPE.field("name")), "")
                .required();
        seenBy = form.choice(
                        "seenBy",
                        FieldText.nameKey(SavedView.TYPE.field("seenBy")),
                        audiences,
                        audience -> called(desk, author, audience),
                        audiences.getFirst())
                .required();
    }

    /** Of one that there is. */
    ViewForm(Desk desk, String called) {
        look = Map.of();
        form = new Form(desk);
        name = form.text("name", FieldText.nameKey(SavedView.TYPE.field("name")), called)
                .required();
        seenBy = null;
    }

    private static String called(Desk desk, Author author, UUID audience) {
        if (audience.equals(author.user())) {
            return desk.texts().get("view.for-me");
        }
        return audience.equals(author.organisation())
                ? desk.texts().get("view.for-all")
                : author.teams().getOrDefault(audience, "");
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>(look);
        values.put("name", name.value());
        if (seenBy != null) {
            values.put("seenBy", seenBy.value().orElseThrow().toString());
        }
        return values;
    }
}
