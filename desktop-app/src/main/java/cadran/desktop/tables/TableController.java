package cadran.desktop.tables;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.Op;
import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.query.Filter;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Referrer;
import cadran.desktop.store.Rows;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Confirm;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Modal;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What a user can do with the rows of one table. Every change goes through {@link #save}. */
public final class TableController {
    private final Desk desk;
    private final Workspace workspace;
    private final EntityType<?> type;
    private Editing editing = EditRow::new;
    private Adding adding;
    private Function<@Nullable GridRow, @Nullable Entry> beside = row -> null;
    private @Nullable MoreColumns more;
    private final List<DeleteRow.Along> along = new ArrayList<>();
    private final Set<EntityType<?>> missed = new HashSet<>();

    /** Makes the edit of a row's fields, where more goes with it than the row. */
    @FunctionalInterface
    public interface Editing {
        Op of(Row seen, Map<String, @Nullable Object> values, String what);

        /** For edits of many rows at once: what each would look up is read for all of them. */
        default Editing ofMany(Rows rows, List<UUID> ids) {
            return this;
        }
    }

    /** Makes the edit that makes a row, where more is made with it. */
    @FunctionalInterface
    public interface Adding {
        Op of(UUID id, Map<String, @Nullable Object> values, String what);
    }

    public TableController(Desk desk, Workspace workspace, EntityType<?> type) {
        this.desk = desk;
        this.workspace = workspace;
        this.type = type;
        adding = this::addRow;
    }

    private Op addRow(UUID id, Map<String, @Nullable Object> values, String what) {
        return new AddRow(type, id, values, what);
    }

    public void addsBy(Adding other) {
        adding = other;
    }

    public void editsBy(Editing other) {
        editing = other;
    }

    /** Asks for more than the row's fields when it is edited or, given null, made; null where there is nothing to ask. */
    public void asksAlso(Function<@Nullable GridRow, @Nullable Entry> more) {
        beside = more;
    }

    public void hasMore(MoreColumns columns) {
        more = columns;
    }

    /** The column as one of those that are no fields of the rows; null for one that is not known to them. */
    @Nullable
    MoreColumns more(@Nullable String column) {
        return more != null && column != null && more.has(column) ? more : null;
    }

    /** Rows of this type go with the one that they point to when it is deleted. */
    public void takesAlong(EntityType<?> part, String field) {
        along.add(new DeleteRow.Along(part, part.field(field)));
    }

    /** Rows of this type go with it, too, and somebody may miss them: first it is said how many they are. */
    public void takesAlongAsked(EntityType<?> part, String field) {
        takesAlong(part, field);
        missed.add(part);
    }

    /** With all that goes along with an edit of a row of this table. */
    Op completed(Op op) {
        return new Completed(op, type, editing);
    }

    public EntityType<?> type() {
        return type;
    }

    BulkActions bulk(TableView view) {
        return new BulkActions(desk, workspace, this, view);
    }

    public boolean mayWrite() {
        return workspace.may(type.writePermission());
    }

    public boolean mayWrite(Field field) {
        return mayWrite() && (field.needs() == null || workspace.may(field.needs()));
    }

    /** Saves on the writer lane; a refusal goes where it belongs: beside the input, or into a toast. */
    public void save(Op op, Consumer<Problem> refused, Runnable saved) {
        desk.background()
                .run(Lane.WRITER, "work.save", progress -> workspace.edits().run(op), done -> saved.run(), refused);
    }

    public void save(Op op) {
        save(op, this::tell, () -> {});
    }

    /** One cell was edited in place. What can be told at once keeps the cell open. */
    public @Nullable Problem commit(GridRow row, Field field, String entered) {
        try {
            var value = new LinkedHashMap<String, @Nullable Object>();
            value.put(field.name(), FieldText.read(field, entered));
            save(editing.of(row.row(), value, nameOf(row)));
            return null;
        } catch (ProblemException wrong) {
            return wrong.problem();
        }
    }

    public ChoiceSource choices(Field field) {
        return choices(field, () -> null);
    }

    /** @param within what the row has where the field's choice is {@link Field#within}; null leaves it open */
    public ChoiceSource choices(Field field, Supplier<@Nullable UUID> within) {
        var target = Schema.type(String.valueOf(field.references()));
        return (typed, most) -> workspace.rows().choices(target, narrowing(field, within.get()), typed, most).stream()
                .map(choice -> new Choice(choice.id().toString(), choice.label()))
                .toList();
    }

    private static List<Filter> narrowing(Field field, @Nullable UUID value) {
        return field.within() == null || value == null ? List.of() : List.of(new Filter.Is(field.within(), value));
    }

    public void add(Consumer<UUID> added) {
        add(new RowForm(desk, this, type, null, RowForm.ALL), added);
    }

    public void add(Entry fields, Consumer<UUID> added) {
        var entry = joined(fields, beside.apply(null));
        ask("entity." + type.name() + ".add", "action.save", entry, close -> {
            var id = workspace.ids().next();
            var values = entry.values();
            save(adding.of(id, values, nameOf(values)), entry::show, () -> {
                close.run();
                added.accept(id);
            });
        });
    }

    public void edit(GridRow row) {
        var fields = new RowForm(desk, this, type, row, RowForm.ALL);
        var form = joined(fields, beside.apply(row));
        ask(
                "entity." + type.name() + ".edit",
                "action.save",
                form,
                close -> save(editing.of(row.row(), form.values(), nameOf(row)), form::show, close));
    }

    private static Entry joined(Entry fields, @Nullable Entry others) {
        return others == null ? fields : new Joined(fields, others);
    }

    /** A pane over the window that stays until what was entered is saved: {@code save} gets how to close it. */
    public void ask(String titleKey, String verbKey, Entry entry, Consumer<Runnable> save) {
        ask(desk.texts().bind(titleKey), verbKey, entry, save);
    }

    public void ask(ObservableValue<String> title, String verbKey, Entry entry, Consumer<Runnable> save) {
        var modal = new Modal(desk.texts(), title, entry.node());
        Runnable close = () -> desk.modals().close(modal);
        modal.cancel("action.cancel", close).main(verbKey, entry.possible(), () -> {
            if (entry.check()) {
                save.accept(close);
            }
        });
        if (entry.takesAway()) {
            modal.takesAway();
        }
        desk.modals().show(modal);
    }

    public void setActive(GridRow row, boolean active) {
        save(new EditRow(row.row(), Map.of("active", active), nameOf(row)));
    }

    /** Deletes at once, with a way back; a row that is referred to is explained instead, and can be taken out of use. */
    public void delete(GridRow row) {
        desk.background()
                .run(
                        "work.check",
                        progress -> workspace.rows().referrers(type, row.row().id()),
                        referrers -> delete(row, referrers));
    }

    private void delete(GridRow row, List<Referrer> referrers) {
        var staying = referrers.stream()
                .filter(referrer -> along.stream().noneMatch(part -> part.type() == referrer.type())
                        || referrer.count() > BulkOp.MOST)
                .toList();
        if (!staying.isEmpty()) {
            explain(row, staying);
        } else if (referrers.stream().anyMatch(referrer -> missed.contains(referrer.type()))) {
            new Confirm(desk.texts(), desk.modals())
                    .ask(
                            desk.texts().get("table.along.title", "what", nameOf(row)),
                            desk.texts().get("table.along.text", "who", told(referrers)),
                            "table.along.verb",
                            () -> remove(row));
        } else {
            remove(row);
        }
    }

    private void remove(GridRow row) {
        save(
                new DeleteRow(row.row(), nameOf(row), along),
                this::tell,
                () -> desk.toasts().showWithUndo(desk.texts().get("table.deleted", "what", nameOf(row)), this::undo));
    }

    private String told(List<Referrer> referrers) {
        return referrers.stream()
                .map(referrer -> desk.texts().count("entity." + referrer.type().name() + ".count", referrer.count()))
                .collect(Collectors.joining(", "));
    }

    private void explain(GridRow row, List<Referrer> referrers) {
        var texts = desk.texts();
        String who = told(referrers);
        boolean canRest = type.has("active") && Boolean.TRUE.equals(row.row().get("active"));
        var text = new Label(texts.get(canRest ? "table.referenced.rest" : "table.referenced.text", "who", who));
        text.setWrapText(true);
        text.getStyleClass().add("modal-text");
        var modal = new Modal(texts, texts.bind("table.referenced.title", "what", nameOf(row)), text);
        Runnable close = () -> desk.modals().close(modal);
        if (canRest) {
            modal.cancel("action.cancel", close).main("table.deactivate", new SimpleBooleanProperty(true), () -> {
                close.run();
                setActive(row, false);
            });
        } else {
            modal.only("action.understood", close);
        }
        desk.modals().show(modal);
    }

    public void undo() {
        desk.background()
                .run(Lane.WRITER, "work.save", progress -> workspace.edits().undo(), done -> {}, this::tell);
    }

    public void tell(Problem problem) {
        desk.toasts().show(desk.texts().problem(problem));
    }

    public String nameOf(GridRow row) {
        return FieldText.number(row.row().label());
    }

    private String nameOf(Map<String, @Nullable Object> values) {
        return FieldText.number(type.labelFields().stream()
                .map(values::get)
                .filter(java.util.Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" ")));
    }
}
