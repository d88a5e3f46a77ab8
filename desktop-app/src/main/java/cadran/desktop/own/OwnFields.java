package cadran.desktop.own;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Words;
import cadran.desktop.query.Query;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.ownfields.OwnField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The definitions as they stand now, the same for all who ask in a window: read in the background, and again when one changed. */
public final class OwnFields {
    private static final Comparator<OwnField> ORDER = Comparator.comparing((OwnField field) -> !field.active())
            .thenComparing(OwnField::sortOrder, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(OwnField::name);

    private final Desk desk;
    private final Workspace workspace;
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile List<OwnField> all = List.of();

    public OwnFields(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        new Refresh(workspace, Set.of(OwnField.TYPE), this::load);
        load();
    }

    private void load() {
        desk.background().run("work.load", progress -> read(), this::take);
    }

    private List<OwnField> read() {
        return workspace.rows().list(Query.unordered(OwnField.TYPE)).stream()
                .map(row -> OwnField.TYPE.read(row.row()))
                .sorted(ORDER)
                .toList();
    }

    private void take(List<OwnField> read) {
        if (!read.equals(all)) {
            all = read;
            listeners.forEach(Runnable::run);
        }
    }

    /** Called on the UI thread when they have changed, and now where there are some already. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
        if (!all.isEmpty()) {
            listener.run();
        }
    }

    /** In the order in which they are shown, the retired ones last. */
    public List<OwnField> all() {
        return all;
    }

    /** By which numbers are found: retired ones too, as their values stay. */
    public List<Key> keys() {
        var words = new Words(desk.texts());
        return all.stream()
                .<Key>map(field -> new OwnKey(words, workspace, field))
                .toList();
    }

    /** Those that are asked for. */
    public List<OwnField> active() {
        return all.stream().filter(OwnField::active).toList();
    }
}
