package cadran.desktop.own;

import cadran.desktop.edit.Op;
import cadran.desktop.query.Sort;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.AddRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Entry;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.ManyRows;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.Together;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.RowSource;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnKind;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the own fields add to the list of numbers. */
public final class OwnOfNumbers {
    private final Desk desk;
    private final TableController table;
    private final OwnFields fields;
    private final OwnColumns cells;

    public OwnOfNumbers(Desk desk, TableController table, OwnFields fields) {
        this.desk = desk;
        this.table = table;
        this.fields = fields;
        cells = new OwnColumns(desk.texts(), fields);
        table.hasMore(cells);
    }

    public Beside beside() {
        return new OwnPanel(desk.texts(), fields);
    }

    /**
     * What the form of a number asks for beside its own fields; null where there is nothing.
     *
     * @param number null for one that is to be made
     */
    public @Nullable Entry form(@Nullable GridRow number) {
        var asked = fields.active();
        return asked.isEmpty() ? null : OwnForm.ofOne(desk, asked, number);
    }

    /** A new number with what its form asked for beside. */
    public Op add(UUID id, Map<String, @Nullable Object> values, String what) {
        var ofNumber = new LinkedHashMap<String, @Nullable Object>(values);
        ofNumber.keySet().removeIf(OwnText::isId);
        var own = own(values);
        own.values().removeIf(Objects::isNull);
        var op = new AddRow(Did.TYPE, id, ofNumber, what);
        return own.isEmpty() ? op : Together.of(op, SetOwn.one(id, what, own));
    }

    /** An edit of a number with what its form asked for beside: {@code edit} gets the values of its own fields. */
    public Op edit(Row number, Map<String, @Nullable Object> values, String what, TableController.Editing edit) {
        var ofNumber = new LinkedHashMap<String, @Nullable Object>(values);
        ofNumber.keySet().removeIf(OwnText::isId);
        var op = edit.of(number, ofNumber, what);
        return ofNumber.size() == values.size() ? op : Together.of(op, SetOwn.one(number.id(), what, own(values)));
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

    /** Choices stand in the order in which they are offered. */
    public Sort sorted(RowSource.Sort by) {
        boolean descending = !by.ascending();
        return fields.all().stream()
                .filter(field -> OwnText.id(field).equals(by.column()))
                .findFirst()
                .map(field -> new Sort(
                        field.kind().field(),
                        descending,
                        new Sort.Beside(OwnValue.TYPE, "didId", "fieldId", field.id(), OwnText.choices(field))))
                .orElseGet(() -> new Sort(by.column(), descending));
    }

    private GridColumn<GridRow> column(OwnField field) {
        var column = GridColumn.<GridRow>of(
                        OwnText.id(field),
                        OwnText.nameKey(field),
                        row -> OwnText.shown(desk.texts(), OwnText.value(row, field)))
                .width(width(field.kind()))
                .sortable()
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
                : column.editable(row -> cells.typed(OwnText.value(row, field)), commit);
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
            table.save(SetOwn.one(row.row().id(), table.nameOf(row), value));
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
        var form = OwnForm.ofMany(desk, asked);
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
                        return SetOwn.many(rows, values);
                    },
                    tried -> cells.told(tried, names));
        });
    }
}
