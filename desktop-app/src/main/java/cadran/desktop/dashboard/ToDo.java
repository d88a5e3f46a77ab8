package cadran.desktop.dashboard;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.shell.Reminder;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** What will soon need the user, each a way there; nothing at all while nothing does. */
final class ToDo extends FlowPane {
    private final Texts texts;

    ToDo(Texts texts, List<Reminder> reminders) {
        this.texts = texts;
        setId("home-to-do");
        getStyleClass().add("dash-to-do");
        var any = reminders.stream().map(ToDo::isThere).reduce(BooleanBinding::or);
        visibleProperty().bind(any.orElseGet(() -> Bindings.createBooleanBinding(() -> false)));
        managedProperty().bind(visibleProperty());
        reminders.stream().map(this::button).forEach(getChildren()::add);
    }

    private static BooleanBinding isThere(Reminder reminder) {
        return Bindings.createBooleanBinding(() -> reminder.count().get() > 0, reminder.count());
    }

    private Button button(Reminder reminder) {
        var button = new Button(null, new FontIcon(reminder.icon()));
        button.getStyleClass().add(Styles.SMALL);
        button.textProperty()
                .bind(texts.compute(
                        () -> texts.count(reminder.text(), reminder.count().get()), reminder.count()));
        button.visibleProperty().bind(isThere(reminder));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> reminder.open().run());
        return button;
    }
}
