package cadran.desktop.tables;

import cadran.desktop.ui.CheckGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridLayout;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;

/** Which columns a list shows. Their order is changed in the list itself, by dragging the headings. */
final class ColumnsForm implements Entry {
    private static final int SIDE_BY_SIDE = 3;

    private final List<String> before;
    private final CheckGrid<String> boxes;

    ColumnsForm(Desk desk, GridLayout<?> layout) {
        before = layout.shownColumns();
        boxes = new CheckGrid<>(desk.texts(), SIDE_BY_SIDE);
        for (TableColumn<?, ?> column : layout.all()) {
            boxes.add(column.getId(), column.textProperty(), null, before.contains(column.getId()));
        }
    }

    /** Those that were shown keep their places, the others follow. */
    List<String> chosen() {
        var chosen = new ArrayList<>(before);
        chosen.retainAll(boxes.ticked());
        boxes.ticked().stream().filter(column -> !before.contains(column)).forEach(chosen::add);
        return chosen;
    }

    @Override
    public Node node() {
        return boxes;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public void show(Problem problem) {
        throw problem.asException();
    }
}
