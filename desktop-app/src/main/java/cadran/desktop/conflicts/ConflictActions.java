package cadran.desktop.conflicts;

import atlantafx.base.theme.Styles;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.KeyNames;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the chosen edit, by key and by button. */
final class ConflictActions extends FlowPane {
    private final Desk desk;
    private final ConflictsView view;
    private final ConflictsController controller;
    private final SendAgain sendAgain;
    private final SimilarPane similar;
    private final List<Command> commands;
    private final Command dismiss;
    private final Command alike;
    private final Command edit;
    private final Command open;
    private final Command take;

    ConflictActions(
            Desk desk, ConflictsView view, ConflictsController controller, SendAgain sendAgain, SimilarPane similar) {
        this.desk = desk;
        this.view = view;
        this.controller = controller;
        this.sendAgain = sendAgain;
        this.similar = similar;
        getStyleClass().add("row-actions");
        setAlignment(Pos.CENTER_LEFT);
        var chosen = view.current();
        dismiss = Command.of("conflicts.dismiss", Feather.ARCHIVE, this::dismiss)
                .onKey(new KeyCodeCombination(KeyCode.DELETE))
                .when(view.line().isNotNull());
        alike = Command.of("conflicts.similar", Feather.LAYERS, this::alike)
                .onKey(new KeyCodeCombination(KeyCode.A))
                .when(chosen.isNotNull());
        edit = Command.of("conflicts.edit", Feather.EDIT_2, () -> with(this::edit))
                .onKey(new KeyCodeCombination(KeyCode.E))
                .when(chosen.isNotNull());
        open = Command.of("conflicts.open", Feather.EXTERNAL_LINK, () -> with(this::open))
                .onKey(new KeyCodeCombination(KeyCode.O))
                .when(chosen.isNotNull());
        take = Command.of("conflicts.instead", Feather.REPEAT, this::take)
                .onKey(new KeyCodeCombination(KeyCode.R))
                .when(Bindings.createBooleanBinding(
                        () -> isOffered(view.instead().get()), view.instead()));
        commands = List.of(
                Command.of("conflicts.enter", Feather.CHEVRON_RIGHT, view::enter)
                        .onKey(new KeyCodeCombination(KeyCode.ENTER))
                        .when(view.line().isNotNull()),
                Command.of("conflicts.leave", Feather.CHEVRON_LEFT, view::leave)
                        .onKey(new KeyCodeCombination(KeyCode.LEFT))
                        .when(view.line().isNotNull()),
                pick("conflicts.pick.mine", Pick.MINE, KeyCode.M),
                pick("conflicts.pick.theirs", Pick.THEIRS, KeyCode.T),
                Command.of("conflicts.apply", Feather.CHECK, () -> with(this::apply))
                        .onKey(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN))
                        .when(chosen.isNotNull()),
                alike,
                edit,
                open,
                take,
                dismiss);
    }

    private Command pick(String text, Pick pick, KeyCode key) {
        return Command.of(text, pick == Pick.MINE ? Feather.USER : Feather.SERVER, () -> view.pick(pick))
                .onKey(new KeyCodeCombination(key))
                .when(view.current().isNotNull());
    }

    List<Command> commands() {
        return commands;
    }

    private interface Action {
        void act(Conflict conflict);
    }

    private void with(Action action) {
        var conflict = view.current().get();
        if (conflict != null) {
            action.act(conflict);
        }
    }

    /** Whether there is something to send: a refused edit of which nothing is kept can only be put away. */
    static boolean canApply(Conflict conflict, Map<String, Pick> picks) {
        if (!conflict.canApply()) {
            return false;
        }
        return conflict.kind() != Kind.REFUSED || conflict.sides().isEmpty() || picks.containsValue(Pick.MINE);
    }

    private void apply(Conflict conflict) {
        if (canApply(conflict, view.picks())) {
            controller.apply(List.of(conflict), view.picks());
        }
    }

    private static boolean isOffered(@Nullable Instead instead) {
        return instead != null && instead.offer().taking() != null;
    }

    private void take() {
        var instead = view.instead().get();
        if (instead != null) {
            controller.take(instead);
        }
    }

    private void dismiss() {
        var line = view.line().get();
        if (line != null) {
            controller.dismiss(line.ids());
        }
    }

    private void alike() {
        with(conflict -> similar.show(conflict, view.picks()));
    }

    private void edit(Conflict conflict) {
        if (SendAgain.isPossible(conflict)) {
            sendAgain.ask(conflict);
        }
    }

    private void open(Conflict conflict) {
        var id = shown(conflict);
        if (id != null) {
            desk.navigator().open(conflict.type().collection(), id.toString());
        }
    }

    /** The row that is in the way, or the edit's own; null when neither is there. */
    private static @Nullable UUID shown(Conflict conflict) {
        var problem = conflict.problem();
        var other = problem == null ? null : problem.args().get("id");
        if (other != null) {
            return UUID.fromString(other.toString());
        }
        return conflict.now() == null ? null : conflict.intent().rowId();
    }

    /** Shows the buttons that make sense now, the likeliest first. */
    void arrange() {
        getChildren().clear();
        if (isOffered(view.instead().get())) {
            add(take, "conflicts.instead").getStyleClass().add(Styles.ACCENT);
        }
        var conflict = view.current().get();
        if (conflict == null) {
            if (view.line().get() != null) {
                add(dismiss, "conflicts.dismiss.all");
            }
            return;
        }
        if (SendAgain.isPossible(conflict)) {
            boolean restores = SendAgain.makes(conflict) && !conflict.isCreation();
            add(edit, restores ? "conflicts.restore" : "conflicts.edit")
                    .getStyleClass()
                    .add(Styles.ACCENT);
        }
        if (canApply(conflict, view.picks()) && !conflict.isAbout("row.duplicate")) {
            var apply = add(commands.get(4), "conflicts.apply." + verb(conflict));
            if (conflict.isDeletion()) {
                apply.getStyleClass().add(Styles.DANGER);
            } else if (!SendAgain.isPossible(conflict)) {
                apply.getStyleClass().add(Styles.ACCENT);
            }
        }
        if (shown(conflict) != null) {
            add(open, conflict.isAbout("row.duplicate") ? "conflicts.open.existing" : "conflicts.open");
        }
        if (view.hasOthers()) {
            add(alike, "conflicts.similar");
        }
        add(dismiss, conflict.isDeletion() ? "conflicts.dismiss.keep" : "conflicts.dismiss");
    }

    private String verb(Conflict conflict) {
        if (conflict.isDeletion()) {
            return "delete";
        }
        if (conflict.kind() == Kind.REFUSED) {
            return "refused";
        }
        return view.picks().containsValue(Pick.MINE) ? conflict.kind().word() : "theirs";
    }

    private Button add(Command command, String key) {
        var button = Buttons.of(desk.texts(), command);
        button.textProperty().bind(desk.texts().bind(key));
        var keys = command.key();
        if (keys != null) {
            button.accessibleTextProperty()
                    .bind(desk.texts().compute(() -> desk.texts().get(key) + ", " + KeyNames.of(desk.texts(), keys)));
        }
        getChildren().add(button);
        return button;
    }
}
