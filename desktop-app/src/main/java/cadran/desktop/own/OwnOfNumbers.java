package cadran.desktop.own;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Tried;
import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Entry;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.ManyRows;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.Teller;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnKind;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the own fields add to the list of numbers. */
public final class OwnOfNumbers {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final OwnFields fields;

    public OwnOfNumbers(Desk desk, Workspace workspace, TableController table, OwnFields fields) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
        this.fields = fields;
    }

    public Beside beside() {
        return new OwnPanel(desk.texts(), fields);
    }

    /** What the form of a number asks for beside its own fields; null where there is nothing. */
    public @Nullable Entry form(GridRow number) {
        var asked = fields.active();
        return asked.isEmpty() ? null : new OwnForm(desk, asked, number);
    }

    /** An edit of a number with what its form asked for beside: {@code edit} gets the values of its own fields. */
    public Op edit(Row number, Map<String, @Nullable Object> values, String what, TableController.Editing edit) {
        var ofNumber = new LinkedHashMap<String, @Nullable Object>(values);
        ofNumber.keySet().removeIf(OwnText::isId);
        var op = edit.of(number, ofNumber, what);
        return ofNumber.size() == values.size()
                ? op
                : new Together(op, SetOwn.one(number.id(), what, own(values), workspace.ids()::next));
    }

    private Map<OwnField, @Nullable Object> own(Map<String, @Nullable Object> values) {
        var own = new LinkedHashMap<OwnField, @Nullable Object>();
        fields.all().stream()
                .filter(field -> values.containsKey(OwnText.id(field)))
                .forEach(field -> own.put(field, values.get(OwnText.id(field))));
        return own;
    }

    /** Columns that somebody can ask for. */
    public List<GridColumn<GridRow>> columns() {
        return fields.all().stream().map(this::column).toList();
    }

    private GridColumn<GridRow> column(OwnField field) {
        var column = GridColumn.<GridRow>of(
                        OwnText.id(field),
                        OwnText.nameKey(field),
                        row -> OwnText.shown(desk.texts(), OwnText.value(row, field)))
                .width(width(field.kind()))
                .extra();
        if (field.kind() == OwnKind.NUMBER) {
            column.number();
        }
        if (!table.mayWrite() || !field.active()) {
            return column;
        }
        GridColumn.Commit<GridRow> commit = (row, typed) -> commit(row, field, typed);
        return field.kind() == OwnKind.CHOICE
                ? column.choosable(
                        ChoiceSource.of(OwnText.choices(field).stream()
                                .map(choice -> new Choice(choice, choice))
                                .toList()),
                        commit)
                : column.editable(row -> typed(OwnText.value(row, field)), commit);
    }

    /** As it is typed: an amount without the spaces between its thousands. */
    private String typed(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? desk.texts().formats().plainDecimal(number.stripTrailingZeros())
                : OwnText.shown(desk.texts(), value);
    }

    private static double width(OwnKind kind) {
        return switch (kind) {
            case TEXT -> 180;
            case NUMBER -> 110;
            case DATE -> 130;
            case CHOICE -> 150;
        };
    }

    private @Nullable Problem commit(GridRow row, OwnField field, String typed) {
        try {
            var value = new LinkedHashMap<OwnField, @Nullable Object>();
            value.put(field, OwnText.read(field, typed));
            table.save(SetOwn.one(row.row().id(), table.nameOf(row), value, workspace.ids()::next));
            return null;
        } catch (ProblemException wrong) {
            return wrong.problem();
        }
    }

    /** The same values in all the selected numbers: those that are touched. */
    public void editMany(ManyRows numbers) {
        var asked = fields.active();
        if (asked.isEmpty()) {
            desk.toasts().show(desk.texts().get("own.none"));
            return;
        }
        var form = new OwnForm(desk, asked, null);
        table.ask("own.many.title", "bulk.see", form, close -> {
            var values = own(form.values());
            if (values.isEmpty()) {
                form.show(Problem.of("bulk.nothing_touched"));
                return;
            }
            close.run();
            var names = new ConcurrentHashMap<UUID, String>();
            numbers.edit(
                    rows -> {
                        rows.forEach(row -> names.put(row.id(), FieldText.number(row.label())));
                        return SetOwn.many(rows, values, workspace.ids()::next);
                    },
                    tried -> told(tried, names));
        });
    }

    private Teller.Told told(Tried tried, Map<UUID, String> names) {
        var row = tried.before() == null ? tried.after() : tried.before();
        var number = row != null ? row.reference("didId") : created(tried.intent(), "didId");
        var id = row != null ? row.reference("fieldId") : created(tried.intent(), "fieldId");
        var changes = new LinkedHashMap<String, Change>();
        fields.all().stream().filter(field -> field.id().equals(id)).forEach(field -> {
            var before = OwnText.shown(desk.texts(), OwnText.value(tried.before(), field));
            var after = OwnText.shown(desk.texts(), OwnText.value(tried.after(), field));
            if (!before.equals(after)) {
                changes.put(OwnText.nameKey(field), new Change(before, after));
            }
        });
        return new Teller.Told(names.getOrDefault(Objects.requireNonNull(number), ""), changes);
    }

    private static @Nullable UUID created(Intent intent, String field) {
        return intent instanceof Intent.Create create ? (UUID) create.values().get(field) : null;
    }

    /** Two edits as one, with one undo. */
    private record Together(Op first, Op second) implements Op {
        @Override
        public String labelKey() {
            return first.labelKey();
        }

        @Override
        public Map<String, String> labelArgs() {
            return first.labelArgs();
        }

        @Override
        public List<Intent> intents(Rows rows) {
            return Stream.concat(first.intents(rows).stream(), second.intents(rows).stream())
                    .toList();
        }
    }
}
