package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.Lane;
import cadran.model.auth.DeviceSession;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The devices on which somebody is signed in, each with a button that ends it. */
final class DeviceList extends VBox {
    private final ServerDesk server;
    private final Texts texts;
    private final Callable<List<DeviceSession>> read;
    private final Consumer<UUID> revoke;
    private final VBox lines = new VBox();
    private final Label state = new Label();
    private List<DeviceSession> shown = List.of();
    private boolean busy;

    /**
     * @param read waits for the server
     * @param revoke waits for the server, too
     */
    DeviceList(ServerDesk server, Callable<List<DeviceSession>> read, Consumer<UUID> revoke) {
        this.server = server;
        this.texts = server.texts();
        this.read = read;
        this.revoke = revoke;
        getStyleClass().add("device-list");
        lines.getStyleClass().add("device-lines");
        var hint = new Label();
        hint.textProperty().bind(texts.bind("devices.hint"));
        hint.getStyleClass().add("check-hint");
        hint.setWrapText(true);
        state.setWrapText(true);
        state.managedProperty().bind(state.visibleProperty());
        getChildren().addAll(hint, state, lines);
        texts.languageProperty().subscribe((before, now) -> show(shown));
    }

    void load() {
        if (lines.getChildren().isEmpty()) {
            tell("check-hint", texts.get("work.server"));
        }
        server.desk().background().run(Lane.READERS, "work.server", progress -> read.call(), this::show, this::failed);
    }

    void show(List<DeviceSession> devices) {
        busy = false;
        shown = devices;
        state.setVisible(false);
        lines.getChildren().setAll(devices.stream().map(this::line).toList());
        if (devices.isEmpty()) {
            tell("check-hint", texts.get("devices.empty"));
        }
    }

    private void failed(Problem problem) {
        busy = false;
        tell("field-problem", server.wording().problem(problem));
    }

    private void tell(String role, String sentence) {
        state.getStyleClass().setAll("label", role);
        state.setText(sentence);
        state.setVisible(true);
    }

    private Node line(DeviceSession device) {
        var wording = server.wording();
        var name = new Label(device.deviceName());
        name.getStyleClass().add("device-name");
        var where = new Label(
                texts.get("devices.line", "address", device.address(), "seen", wording.time(device.seenAt())));
        where.getStyleClass().add("check-hint");
        where.setWrapText(true);
        var words = new VBox(name, where);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new FontIcon(Feather.MONITOR), words);
        line.getStyleClass().add("device-line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (device.current()) {
            var here = new Label(texts.get("devices.current"));
            here.getStyleClass().add("check-hint");
            here.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(here);
        } else {
            var end = new Button(texts.get("devices.revoke"));
            end.setAccessibleText(texts.get("devices.revoke.named", "name", device.deviceName()));
            end.setMinWidth(Region.USE_PREF_SIZE);
            end.setOnAction(event -> end(device));
            line.getChildren().add(end);
        }
        return line;
    }

    private void end(DeviceSession device) {
        if (busy) {
            return;
        }
        busy = true;
        server.desk()
                .background()
                .run(
                        Lane.READERS,
                        "work.server",
                        progress -> {
                            revoke.accept(device.id());
                            return read.call();
                        },
                        this::show,
                        this::failed);
    }
}
