package cadran.desktop.shell;

import cadran.model.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the status bar and the banner tell. The sync engine's wiring sets it, on the UI thread. */
public final class Status {
    private final ObjectProperty<Connection> connection = new SimpleObjectProperty<>(Connection.SYNCED);
    private final ObjectProperty<@Nullable Instant> syncedAt = new SimpleObjectProperty<>(null);
    private final ObjectProperty<@Nullable Loaded> loaded = new SimpleObjectProperty<>(null);
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>(null);
    private final IntegerProperty pending = new SimpleIntegerProperty(0);
    private final IntegerProperty attention = new SimpleIntegerProperty(0);
    private final BooleanProperty rightsChanged = new SimpleBooleanProperty();
    private final StringProperty reason = new SimpleStringProperty("");
    private final List<Reminder> reminders = new ArrayList<>();
    private final StringProperty organisation = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");

    public ObjectProperty<Connection> connectionProperty() {
        return connection;
    }

    /** When the local copy last equalled the server's; null before the first time. */
    public ObjectProperty<@Nullable Instant> syncedAtProperty() {
        return syncedAt;
    }

    public record Loaded(long rows, long total) {}

    /** While everything is taken from the server: how much of it is here. */
    public ObjectProperty<@Nullable Loaded> loadedProperty() {
        return loaded;
    }

    /** Why the server refuses to sync, while it does. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /** Edits kept here that the server has not confirmed. */
    public IntegerProperty pendingProperty() {
        return pending;
    }

    /** Edits that met somebody else's or were refused, and wait for their author. */
    public IntegerProperty attentionProperty() {
        return attention;
    }

    /** The user may do something else by now than when this window was opened. */
    public BooleanProperty rightsChangedProperty() {
        return rightsChanged;
    }

    /** What goes into the history with each edit until it is cleared; empty for nothing. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Known before the window is made. */
    public List<Reminder> reminders() {
        return reminders;
    }

    public StringProperty organisationProperty() {
        return organisation;
    }

    public StringProperty userProperty() {
        return user;
    }
}
