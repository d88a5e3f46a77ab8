package cadran.desktop.ui;

import java.util.Optional;
import javafx.scene.control.TableColumn;

/** A column's width: remembered as it would be at 100 %, shown at the zoom there is. */
final class ColumnWidth {
    private final Desk desk;
    private final String key;
    private final TableColumn<?, ?> column;
    private final double least;
    private double wanted;
    private boolean chosen;
    private boolean fitting;

    ColumnWidth(Desk desk, String gridId, TableColumn<?, ?> column, GridColumn<?> spec) {
        this.desk = desk;
        this.column = column;
        key = "grid." + gridId + "." + column.getId() + ".width";
        Optional<Double> remembered = desk.settings()
                .get(key)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Double::parseDouble);
        chosen = remembered.isPresent();
        wanted = remembered.orElse(spec.width());
        least = spec.least();
        column.widthProperty().addListener((property, before, now) -> changed(now.doubleValue()));
    }

    private double zoom() {
        return desk.look().zoomProperty().get() / 100.0;
    }

    String columnId() {
        return column.getId();
    }

    boolean isShown() {
        return column.isVisible();
    }

    double wanted() {
        return wanted * zoom();
    }

    /** How much of it may be taken away. */
    double slack() {
        return chosen ? 0 : Math.max(0, wanted - least) * zoom();
    }

    void show(double width) {
        fitting = true;
        column.setPrefWidth(width);
        fitting = false;
    }

    private void changed(double shown) {
        boolean isShown = column.getTableView() != null && column.getTableView().getScene() != null;
        if (isShown && !fitting) {
            chosen = true;
            wanted = shown / zoom();
            desk.settings().put(key, Long.toString(Math.round(wanted)));
        }
    }
}
