package cadran.desktop.ui;

import javafx.scene.control.TableColumn;

/** A column's width: remembered as it would be at 100 %, shown at the zoom there is. */
final class ColumnWidth {
    private final Desk desk;
    private final String key;
    private final TableColumn<?, ?> column;
    private double wanted;
    private boolean zooming;

    ColumnWidth(Desk desk, String gridId, TableColumn<?, ?> column, double usual) {
        this.desk = desk;
        this.column = column;
        key = "grid." + gridId + "." + column.getId() + ".width";
        wanted = desk.settings()
                .get(key)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Double::parseDouble)
                .orElse(usual);
        desk.look().zoomProperty().subscribe(percent -> {
            zooming = true;
            column.setPrefWidth(wanted * percent.doubleValue() / 100);
            zooming = false;
        });
        column.widthProperty().addListener((property, before, now) -> changed(now.doubleValue()));
    }

    private void changed(double shown) {
        boolean isShown = column.getTableView() != null && column.getTableView().getScene() != null;
        if (isShown && !zooming) {
            wanted = shown * 100 / desk.look().zoomProperty().get();
            desk.settings().put(key, Long.toString(Math.round(wanted)));
        }
    }
}
