package cadran.desktop.shell;

import cadran.desktop.i18n.Texts;
import java.time.ZoneId;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A calm line over the work while the server is out of reach: what is kept here, and from when the data are. */
final class Banner extends Label {
    Banner(Texts texts, Status status, ZoneId zone) {
        getStyleClass().add("banner");
        setId("banner");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        var icon = new FontIcon(Feather.CLOUD_OFF);
        setGraphic(icon);
        status.connectionProperty()
                .subscribe(
                        state -> icon.setIconCode(state == Connection.SIGNED_OUT ? Feather.LOG_IN : Feather.CLOUD_OFF));
        visibleProperty().bind(status.connectionProperty().map(Connection::deservesBanner));
        managedProperty().bind(visibleProperty());
        textProperty()
                .bind(texts.compute(
                        () -> sentence(texts, status, zone),
                        status.connectionProperty(),
                        status.pendingProperty(),
                        status.syncedAtProperty()));
    }

    private static String sentence(Texts texts, Status status, ZoneId zone) {
        var connection = status.connectionProperty().get();
        if (!connection.deservesBanner()) {
            return "";
        }
        var state = "banner." + connection.word();
        var kept = texts.count("banner.kept", status.pendingProperty().get());
        var at = status.syncedAtProperty().get();
        var sentence = texts.get(state) + " · " + kept;
        return at == null
                ? sentence
                : sentence + " · "
                        + texts.get("banner.data-of", "time", texts.formats().time(at, zone));
    }
}
