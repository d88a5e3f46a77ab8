package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Work;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A row of another table that the one in focus has to do with, and the way there; nothing where there is none. */
public final class LinkBeside implements Beside {
    private final Desk desk;
    private final String nameKey;
    private final HBox node = new HBox();
    private final InFocus<Optional<Link>> focus;

    /** @param text what the row is called here */
    public record Link(Row to, String text) {}

    /**
     * @param types whose changes may make it another
     * @param look finds it, in the background
     */
    public LinkBeside(
            Desk desk,
            Workspace workspace,
            String nameKey,
            Set<EntityType<?>> types,
            Function<GridRow, Work<Optional<Link>>> look) {
        this.desk = desk;
        this.nameKey = nameKey;
        node.getStyleClass().add("detail-line");
        node.setAlignment(Pos.BASELINE_LEFT);
        tell(Optional.empty());
        focus = new InFocus<>(desk, workspace, types, look, (row, link) -> tell(link), () -> {});
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private void tell(Optional<Link> link) {
        node.setVisible(link.isPresent());
        node.setManaged(link.isPresent());
        link.ifPresent(this::tell);
    }

    private void tell(Link link) {
        var name = new Label();
        name.textProperty().bind(desk.texts().bind(nameKey));
        name.getStyleClass().add("detail-label");
        var way = new Hyperlink(link.text());
        way.setWrapText(true);
        way.setOnAction(event -> desk.navigator()
                .open(link.to().type().collection(), link.to().id().toString()));
        name.setLabelFor(way);
        node.getChildren().setAll(name, way);
    }
}
