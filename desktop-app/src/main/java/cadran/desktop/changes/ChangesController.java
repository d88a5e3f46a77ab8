package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Modal;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeState;
import cadran.model.changes.LineOutcome;
import cadran.model.sync.Row;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a user can do with prepared changes. */
final class ChangesController {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final ChangeWords words;

    ChangesController(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
        words = new ChangeWords(desk.texts());
    }

    /** What if it left. */
    void ask(@Nullable Row customer) {
        var form = new LeavingForm(desk, workspace, table, customer);
        var title = customer == null
                ? desk.texts().bind("leaving.title")
                : desk.texts().bind("leaving.title.of", "customer", customer.label());
        table.ask(title, "leaving.prepare", form, close -> {
            var id = workspace.ids().next();
            var op = new PrepareLeaving(
                    id, form.preview(), form.description(), workspace.author().user(), workspace.ids());
            table.save(op, form::show, () -> {
                close.run();
                desk.navigator().open(ChangeSet.TYPE.collection(), id.toString());
                desk.toasts()
                        .showWithUndo(
                                desk.texts()
                                        .get(
                                                "leaving.prepared",
                                                "date",
                                                desk.texts()
                                                        .formats()
                                                        .date(form.preview().day())),
                                this::undo);
            });
        });
    }

    private void undo() {
        desk.background()
                .run(
                        Lane.WRITER,
                        "work.save",
                        progress -> workspace.edits().undo(),
                        done -> {},
                        problem -> desk.toasts().show(desk.texts().problem(problem)));
    }

    void withdraw(GridRow row) {
        var texts = desk.texts();
        desk.confirm()
                .ask(
                        texts.get("change.withdraw.title", "what", name(row)),
                        texts.get("change.withdraw.question"),
                        "change.withdraw.do",
                        () -> table.save(new MoveChange(row.row().id(), ChangeState.WITHDRAWN, name(row))));
    }

    void prepareAgain(GridRow row) {
        table.save(new MoveChange(row.row().id(), ChangeState.PREPARED, name(row)));
    }

    void showNumbers(GridRow row) {
        load(row, change -> {
            var lines = new NumberLines<PreparedChange.Line>(
                    desk.texts(), PreparedChange.Line::did, words::of, ChangeLines::isRight);
            lines.show(change.lines());
            var body = new VBox(lines);
            body.getStyleClass().add("preview");
            var modal = new Modal(desk.texts(), desk.texts().bind("change.numbers.title", "what", name(row)), body);
            modal.only("action.close", () -> desk.modals().close(modal));
            desk.modals().show(modal);
        });
    }

    private void load(GridRow row, Consumer<PreparedChange> then) {
        desk.background()
                .run("work.load", progress -> PreparedChange.of(row.row(), workspace.rows(), workspace.today()), then);
    }

    /** What is not as it was, to be decided on as it is now. */
    void review(GridRow row) {
        load(row, change -> {
            var texts = desk.texts();
            if (change.isOverdue()) {
                desk.toasts().show(texts.get("change.overdue"));
            } else if (!change.needsReview()) {
                desk.toasts().show(texts.count("change.review.nothing", change.count(LineOutcome.DONE)));
            } else {
                var form = new ReviewForm(desk, change);
                table.ask(
                        texts.bind("change.review.title", "what", name(row)),
                        "change.review.do",
                        form,
                        close -> table.save(
                                new ReviseChange(change, workspace.today(), name(row), workspace.ids()),
                                form::show,
                                close));
            }
        });
    }

    private static String name(GridRow row) {
        return row.labels().getOrDefault("customerId", row.row().label());
    }
}
