package cadran.desktop.tables;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.EditLabel;
import java.util.ArrayList;

/** What an edit is called, in today's language. */
public final class EditText {
    private EditText() {}

    public static String of(Texts texts, EditLabel label) {
        var args = new ArrayList<Object>();
        label.args().forEach((name, value) -> {
            args.add(name);
            args.add(value);
        });
        var entity = label.args().get("entity");
        var count = label.args().get("count");
        if (entity != null && count != null) {
            args.add("what");
            args.add(texts.count("entity." + entity + ".count", Long.parseLong(count)));
        }
        String what = texts.get(label.key(), args.toArray());
        return switch (label.way()) {
            case DONE -> what;
            case UNDONE -> texts.get("edit.undone", "what", what);
            case REDONE -> texts.get("edit.redone", "what", what);
        };
    }
}
